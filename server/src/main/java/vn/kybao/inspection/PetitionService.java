package vn.kybao.inspection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Petition;
import vn.kybao.api.model.PetitionCreate;
import vn.kybao.api.model.PetitionKind;
import vn.kybao.api.model.PetitionStatus;
import vn.kybao.http.IfMatch;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.inspection.CaseFilter.Within;
import vn.kybao.inspection.PetitionMapping.Settlement;
import vn.kybao.json.MergePatch;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.search.SearchText;
import vn.kybao.time.Ids;

/** Complaints, denunciations, petitions, reflections and visits of citizens. */
@Singleton
public class PetitionService {
    static final String RESOURCE = "petition";

    private final PetitionRepository repository;
    private final Cases cases;
    private final CaseCalendar calendar;
    private final OrganizationService organizations;
    private final MergePatch patches;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    PetitionService(
            PetitionRepository repository,
            Cases cases,
            CaseCalendar calendar,
            OrganizationService organizations,
            MergePatch patches,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.cases = cases;
        this.calendar = calendar;
        this.organizations = organizations;
        this.patches = patches;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    Page<Petition> page(
            CaseFilter filter,
            @Nullable PetitionKind kind,
            @Nullable PetitionStatus status,
            @Nullable Integer limit,
            @Nullable String cursor) {
        Optional<Within> within = calendar.within(filter);
        if (within.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Within in = within.get();
        return pages.page(
                        limit,
                        cursor,
                        slice -> repository.page(
                                Cases.subtree(),
                                filter.organization(),
                                SearchText.pattern(filter.q()),
                                kind == null ? null : kind.getValue(),
                                status == null ? null : status.getValue(),
                                in.from(),
                                in.to(),
                                in.start(),
                                in.end(),
                                CaseFilter.after(slice),
                                slice.after(1),
                                slice.count()),
                        row -> CaseFilter.place(row.receivedOn(), row.id()))
                .map(PetitionMapping::wire);
    }

    Petition get(String id) {
        return repository.find(id, Cases.subtree()).map(PetitionMapping::wire).orElseThrow(Cases::notFound);
    }

    Outcome<Petition> create(PetitionCreate wanted, Findings findings) {
        Optional<OrganizationRef> organization =
                organizations.writable(wanted.getOrganization(), "/organization", findings);
        CaseDays days = PetitionMapping.days(wanted, Settlement.NONE, "");
        Optional<CalendarPeriod> period = calendar.check(days, findings);
        organization.ifPresent(owner -> calendar.begin(owner, days, findings));
        findings.throwIfErrors();
        Instant now = clock.instant();
        PetitionRow row = PetitionMapping.row(wanted, Settlement.NONE, period.orElse(null), ids.next(), 1, now, now);
        repository.save(row);
        return Outcome.created(
                PetitionMapping.wire(row), 1, "/v1/petitions/" + row.id(), change("CREATED", row, row.version()));
    }

    Outcome<Petition> update(String id, Findings findings) {
        PetitionRow row = repository.lock(id).orElseThrow(Cases::notFound);
        OrganizationRef owner = cases.own(row.organization());
        IfMatch.required(row.version());
        PetitionCreate present = PetitionMapping.write(row);
        PetitionCreate wanted = patches.apply(present, RequestState.current().bodyTree(), PetitionCreate.class);
        Settlement settlement = PetitionMapping.settlement(row);
        CaseDays days = PetitionMapping.days(wanted, settlement, "/period");
        Optional<CalendarPeriod> period = calendar.check(days, findings);
        fits(wanted, settlement, findings);
        calendar.move(
                owner,
                PetitionMapping.days(present, settlement, "/period"),
                days,
                Counted.changed(present, wanted),
                findings);
        findings.throwIfErrors();
        PetitionRow next = PetitionMapping.row(
                wanted, settlement, period.orElse(null), id, row.version() + 1, row.createdAt(), clock.instant());
        if (repository.update(next) == 0) {
            throw IfMatch.stale(next.version());
        }
        return Outcome.ok(PetitionMapping.wire(next), next.version(), List.of(change("UPDATED", next, next.version())));
    }

    Outcome<Void> delete(String id, Findings findings) {
        PetitionRow row = repository.lock(id).orElseThrow(Cases::notFound);
        OrganizationRef owner = cases.own(row.organization());
        IfMatch.required(row.version());
        CaseDays days = PetitionMapping.days(PetitionMapping.write(row), PetitionMapping.settlement(row), "");
        calendar.end(owner, days.spots().values(), findings);
        findings.throwIfErrors();
        if (repository.delete(id, row.version()) == 0) {
            throw IfMatch.stale(row.version() + 1);
        }
        return Cases.deleted(change("DELETED", row, row.version() + 1));
    }

    /** A petition is not received after it was settled, and one that was settled on no known day needs its period. */
    private static void fits(PetitionCreate wanted, Settlement settlement, Findings findings) {
        if (!settlement.isSettled()) {
            return;
        }
        if (settlement.on() == null) {
            if (wanted.getPeriod() == null && !findings.refuses("/period")) {
                findings.add(Note.error(ProblemCode.DATE_OR_PERIOD).at("/period"));
            }
        } else if (wanted.getReceivedOn() != null
                && wanted.getReceivedOn().isAfter(Objects.requireNonNull(settlement.on()))) {
            findings.add(Note.error(ProblemCode.DATES_REVERSED)
                    .at("/receivedOn")
                    .actual(wanted.getReceivedOn().toString())
                    .expected("≤ " + settlement.on()));
        }
    }

    private static Change change(String type, PetitionRow row, long version) {
        return new Change(type, RESOURCE, row.id(), row.organization(), version, null);
    }
}
