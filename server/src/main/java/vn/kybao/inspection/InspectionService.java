package vn.kybao.inspection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Inspection;
import vn.kybao.api.model.InspectionCreate;
import vn.kybao.api.model.InspectionKind;
import vn.kybao.api.model.Party;
import vn.kybao.http.IfMatch;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.inspection.CaseFilter.Within;
import vn.kybao.inspection.InspectionRepository.Head;
import vn.kybao.json.MergePatch;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.organization.Parties;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.search.SearchText;
import vn.kybao.time.Ids;

/** Inspections and checks that organizations led or took part in. */
@Singleton
public class InspectionService {
    private static final String RESOURCE = "inspection";

    private final InspectionRepository repository;
    private final SanctionRepository sanctions;
    private final InspectionMapping mapping;
    private final Cases cases;
    private final CaseCalendar calendar;
    private final OrganizationService organizations;
    private final Parties parties;
    private final MergePatch patches;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    InspectionService(
            InspectionRepository repository,
            SanctionRepository sanctions,
            InspectionMapping mapping,
            Cases cases,
            CaseCalendar calendar,
            OrganizationService organizations,
            Parties parties,
            MergePatch patches,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.sanctions = sanctions;
        this.mapping = mapping;
        this.cases = cases;
        this.calendar = calendar;
        this.organizations = organizations;
        this.parties = parties;
        this.patches = patches;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    Page<Inspection> page(
            CaseFilter filter,
            @Nullable InspectionKind kind,
            @Nullable String domain,
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
                                domain,
                                in.from(),
                                in.to(),
                                in.start(),
                                in.end(),
                                CaseFilter.after(slice),
                                slice.after(1),
                                slice.count()),
                        head -> CaseFilter.place(head.countedOn(), head.id()),
                        Head::weight)
                .mapAll(this::texts);
    }

    private List<Inspection> texts(List<Head> heads) {
        return heads.isEmpty()
                ? List.of()
                : repository.findAll(heads.stream().map(Head::id).toList()).stream()
                        .map(mapping::wire)
                        .toList();
    }

    Inspection get(String id) {
        return repository.find(id, Cases.subtree()).map(mapping::wire).orElseThrow(Cases::notFound);
    }

    Outcome<Inspection> create(InspectionCreate wanted, Findings findings) {
        Optional<OrganizationRef> organization =
                organizations.writable(wanted.getOrganization(), "/organization", findings);
        Optional<CalendarPeriod> period = check(wanted, findings);
        organization.ifPresent(owner -> calendar.begin(owner, InspectionMapping.days(wanted), findings));
        findings.throwIfErrors();
        Instant now = clock.instant();
        InspectionRow row = mapping.row(wanted, period.orElse(null), ids.next(), 1, now, now);
        repository.save(row);
        return Outcome.created(mapping.wire(row), 1, "/v1/inspections/" + row.id(), change("CREATED", row));
    }

    Outcome<Inspection> update(String id, Findings findings) {
        InspectionRow row = repository.lock(id).orElseThrow(Cases::notFound);
        OrganizationRef owner = cases.own(row.organization());
        IfMatch.required(row.version());
        InspectionCreate present = mapping.write(row);
        InspectionCreate wanted = patches.apply(present, RequestState.current().bodyTree(), InspectionCreate.class);
        Optional<CalendarPeriod> period = check(wanted, findings);
        calendar.move(
                owner,
                InspectionMapping.days(present),
                InspectionMapping.days(wanted),
                Counted.changed(present, wanted),
                findings);
        findings.throwIfErrors();
        InspectionRow next =
                mapping.row(wanted, period.orElse(null), id, row.version() + 1, row.createdAt(), clock.instant());
        if (repository.update(next) == 0) {
            throw IfMatch.stale(next.version());
        }
        return Outcome.ok(mapping.wire(next), next.version(), List.of(change("UPDATED", next)));
    }

    Outcome<Void> delete(String id, Findings findings) {
        InspectionRow row = repository.lock(id).orElseThrow(Cases::notFound);
        OrganizationRef owner = cases.own(row.organization());
        IfMatch.required(row.version());
        calendar.end(owner, InspectionMapping.days(mapping.write(row)).spots().values(), findings);
        if (sanctions.comeFrom(id)) {
            String link = "/v1/sanctions?inspection=" + id;
            findings.add(Note.error(ProblemCode.IN_USE).actual(link).evidence(List.of(link)));
        }
        findings.throwIfErrors();
        if (repository.delete(id, row.version()) == 0) {
            throw IfMatch.stale(row.version() + 1);
        }
        return Cases.deleted(new Change("DELETED", RESOURCE, id, row.organization(), row.version() + 1, null));
    }

    private Optional<CalendarPeriod> check(InspectionCreate wanted, Findings findings) {
        Map<String, @Nullable Party> named = new LinkedHashMap<>();
        named.put("/lead", wanted.getLead());
        named.putAll(Parties.at("/partners", wanted.getPartners()));
        parties.check(named, findings);
        return calendar.check(InspectionMapping.days(wanted), findings);
    }

    private static Change change(String type, InspectionRow row) {
        return new Change(type, RESOURCE, row.id(), row.organization(), row.version(), null);
    }
}
