package vn.kybao.inspection;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.SanctionCreate;
import vn.kybao.api.model.SanctionMeasure;
import vn.kybao.contract.Decimals;
import vn.kybao.document.DocumentService;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.Texts;

/** What a sanction has to satisfy before it is stored. */
@Singleton
final class SanctionChecks {
    private static final LocalizedText FROM_ZERO = new LocalizedText().vi("≥ 0").en("≥ 0");

    private final InspectionRepository inspections;
    private final DocumentService documents;
    private final CaseCalendar calendar;
    private final Texts texts;

    SanctionChecks(InspectionRepository inspections, DocumentService documents, CaseCalendar calendar, Texts texts) {
        this.inspections = inspections;
        this.documents = documents;
        this.calendar = calendar;
        this.texts = texts;
    }

    /**
     * Checks a sanction.
     *
     * @param kept the document that it names already, which is not asked about again; or null
     */
    Optional<CalendarPeriod> check(SanctionCreate wanted, @Nullable String kept, Findings findings) {
        inspection(wanted, findings);
        if (!Objects.equals(wanted.getDocument(), kept)) {
            documents.readable(wanted.getDocument(), "/document", findings);
        }
        amount(wanted, findings);
        quantity(wanted.getQuantity(), findings);
        return calendar.check(SanctionMapping.days(wanted), findings);
    }

    /** An inspection of the same organization, and thus as open to the caller as the sanction; it is kept from deletion. */
    private void inspection(SanctionCreate wanted, Findings findings) {
        String id = wanted.getInspection();
        if (id != null
                && wanted.getOrganization() != null
                && inspections
                        .hold(id)
                        .filter(organization -> organization.equals(wanted.getOrganization()))
                        .isEmpty()) {
            findings.add(
                    Note.error(ProblemCode.UNKNOWN_REFERENCE).at("/inspection").actual(id));
        }
    }

    /** Whole đồng, and of fines only. */
    private void amount(SanctionCreate wanted, Findings findings) {
        BigDecimal amount = wanted.getAmountVnd();
        if (amount == null) {
            return;
        }
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 0) {
            findings.add(Note.error(ProblemCode.COUNT_INTEGRAL)
                    .at("/amountVnd")
                    .with("variant", "amount")
                    .with("name", texts.both("value.fine"))
                    .with("number", amount)
                    .actual(Decimals.plain(amount)));
        }
        if (wanted.getMeasure() != null && wanted.getMeasure() != SanctionMeasure.FINE) {
            findings.add(Note.error(ProblemCode.VALUE_RANGE)
                    .at("/amountVnd")
                    .with("variant", "amount")
                    .with("name", texts.both("value.fine"))
                    .with("measure", texts.both("SanctionMeasure.FINE"))
                    .actual(Decimals.plain(amount)));
        }
    }

    private void quantity(@Nullable BigDecimal quantity, Findings findings) {
        if (quantity != null && quantity.signum() < 0) {
            findings.add(Note.error(ProblemCode.VALUE_RANGE)
                    .at("/quantity")
                    .with("name", texts.both("value.quantity"))
                    .with("number", quantity)
                    .with("range", FROM_ZERO)
                    .actual(Decimals.plain(quantity)));
        }
    }
}
