package vn.kybao.inspection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Sanction;
import vn.kybao.api.model.SanctionCreate;
import vn.kybao.api.model.SanctionMeasure;
import vn.kybao.api.model.SanctionSubject;
import vn.kybao.http.IfMatch;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.inspection.CaseFilter.Within;
import vn.kybao.json.MergePatch;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Findings;
import vn.kybao.search.SearchText;
import vn.kybao.time.Ids;

/** Fines and other measures, each on its own or from an inspection. */
@Singleton
public class SanctionService {
    private static final String RESOURCE = "sanction";

    private final SanctionRepository repository;
    private final SanctionChecks checks;
    private final Cases cases;
    private final CaseCalendar calendar;
    private final OrganizationService organizations;
    private final MergePatch patches;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    SanctionService(
            SanctionRepository repository,
            SanctionChecks checks,
            Cases cases,
            CaseCalendar calendar,
            OrganizationService organizations,
            MergePatch patches,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.checks = checks;
        this.cases = cases;
        this.calendar = calendar;
        this.organizations = organizations;
        this.patches = patches;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the list may be narrowed by besides.
     *
     * @param inspection the inspection they come from, or null
     * @param measure the measure, or null
     * @param subject the kind of subject, or null
     * @param domain the domain, or null
     */
    record Kinds(
            @Nullable String inspection,
            @Nullable SanctionMeasure measure,
            @Nullable SanctionSubject subject,
            @Nullable String domain) {}

    Page<Sanction> page(CaseFilter filter, Kinds kinds, @Nullable Integer limit, @Nullable String cursor) {
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
                                kinds.inspection(),
                                kinds.measure() == null ? null : kinds.measure().getValue(),
                                kinds.subject() == null ? null : kinds.subject().getValue(),
                                kinds.domain(),
                                in.from(),
                                in.to(),
                                in.start(),
                                in.end(),
                                CaseFilter.after(slice),
                                slice.after(1),
                                slice.count()),
                        row -> CaseFilter.place(row.decidedOn(), row.id()))
                .map(SanctionMapping::wire);
    }

    Sanction get(String id) {
        return repository.find(id, Cases.subtree()).map(SanctionMapping::wire).orElseThrow(Cases::notFound);
    }

    Outcome<Sanction> create(SanctionCreate wanted, Findings findings) {
        Optional<OrganizationRef> organization =
                organizations.writable(wanted.getOrganization(), "/organization", findings);
        Optional<CalendarPeriod> period = checks.check(wanted, null, findings);
        organization.ifPresent(owner -> calendar.begin(owner, SanctionMapping.days(wanted), findings));
        findings.throwIfErrors();
        Instant now = clock.instant();
        SanctionRow row = SanctionMapping.row(wanted, period.orElse(null), ids.next(), 1, now, now);
        repository.save(row);
        return Outcome.created(
                SanctionMapping.wire(row), 1, "/v1/sanctions/" + row.id(), change("CREATED", row, row.version()));
    }

    Outcome<Sanction> update(String id, Findings findings) {
        SanctionRow row = repository.lock(id).orElseThrow(Cases::notFound);
        OrganizationRef owner = cases.own(row.organization());
        IfMatch.required(row.version());
        SanctionCreate present = SanctionMapping.write(row);
        SanctionCreate wanted = patches.apply(present, RequestState.current().bodyTree(), SanctionCreate.class);
        Optional<CalendarPeriod> period = checks.check(wanted, row.document(), findings);
        calendar.move(
                owner,
                SanctionMapping.days(present),
                SanctionMapping.days(wanted),
                Counted.changed(present, wanted),
                findings);
        findings.throwIfErrors();
        SanctionRow next = SanctionMapping.row(
                wanted, period.orElse(null), id, row.version() + 1, row.createdAt(), clock.instant());
        if (repository.update(next) == 0) {
            throw IfMatch.stale(next.version());
        }
        return Outcome.ok(SanctionMapping.wire(next), next.version(), List.of(change("UPDATED", next, next.version())));
    }

    Outcome<Void> delete(String id, Findings findings) {
        SanctionRow row = repository.lock(id).orElseThrow(Cases::notFound);
        OrganizationRef owner = cases.own(row.organization());
        IfMatch.required(row.version());
        calendar.end(
                owner, SanctionMapping.days(SanctionMapping.write(row)).spots().values(), findings);
        findings.throwIfErrors();
        if (repository.delete(id, row.version()) == 0) {
            throw IfMatch.stale(row.version() + 1);
        }
        return Cases.deleted(change("DELETED", row, row.version() + 1));
    }

    private static Change change(String type, SanctionRow row, long version) {
        return new Change(type, RESOURCE, row.id(), row.organization(), version, null);
    }
}
