package vn.kybao.regime;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.time.Validity;

/** Whether a caller may write what an organization reports, and whether the organization reports at all. */
@Singleton
public final class Reporters {
    private static final String POINTER = "/organization";

    private final OrganizationService organizations;
    private final RegimeService regimes;

    Reporters(OrganizationService organizations, RegimeService regimes) {
        this.organizations = organizations;
        this.regimes = regimes;
    }

    /** Within one's subtree one may write; what one may only read is 403, any other organization is unknown. */
    public Optional<OrganizationRef> writable(@Nullable String code, Findings findings) {
        Caller caller = Caller.current();
        Optional<OrganizationRef> found = organizations.find(code);
        if (code == null || found.filter(o -> caller.covers(o.path())).isPresent()) {
            return found;
        }
        if (found.isPresent() && regimes.isReceivedFrom(found.get(), caller)) {
            throw new ProblemException(ProblemCode.NOT_OWNER, Map.of("actual", code));
        }
        findings.add(Note.error(ProblemCode.UNKNOWN_REFERENCE).at(POINTER).actual(code));
        return Optional.empty();
    }

    /** Adds a finding unless the organization exists in the period and reports under the regime. */
    public void check(OrganizationRef organization, RegimeDefinition regime, CalendarPeriod period, Findings findings) {
        if (!exists(organization, regime, period, findings)) {
            return;
        }
        if (!regimes.isReporter(regime, organization, period)) {
            findings.add(Note.error(ProblemCode.NOT_A_REPORTER)
                    .at(POINTER)
                    .actual(organization.code())
                    .with("regime", regime.code()));
        }
    }

    /** As {@link #check}, where the receiver of the regime will do as well. */
    public void checkOrReceiver(
            OrganizationRef organization, RegimeDefinition regime, CalendarPeriod period, Findings findings) {
        if (organization.code().equals(regime.receiver())) {
            exists(organization, regime, period, findings);
        } else {
            check(organization, regime, period, findings);
        }
    }

    private static boolean exists(
            OrganizationRef organization, RegimeDefinition regime, CalendarPeriod period, Findings findings) {
        Window window = period.window(regime.calendar());
        boolean exists = organization.existsWithin(window.start(), window.end());
        if (!exists) {
            findings.add(Note.error(ProblemCode.SUBJECT_VALID)
                    .at(POINTER)
                    .with("name", organization.nameVi())
                    .actual(organization.code())
                    .expected(Validity.text(organization.validFrom(), organization.validTo())));
        }
        return exists;
    }
}
