package vn.kybao.recommendation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Recommendation;
import vn.kybao.api.model.RecommendationCreate;
import vn.kybao.api.model.RecommendationRepeat;
import vn.kybao.api.model.RecommendationResponseCreate;
import vn.kybao.api.model.RecommendationStatus;
import vn.kybao.document.DocumentService;
import vn.kybao.http.IfMatch;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.json.MergePatch;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;
import vn.kybao.search.SearchText;
import vn.kybao.time.Ids;
import vn.kybao.time.Vietnam;

/** Recommendations: raised and raised again by an organization, read and answered by whom it asks. */
@Singleton
public class RecommendationService {
    private static final String RESOURCE = "recommendation";
    private static final String PATH = "/v1/recommendations/";

    private final RecommendationRepository repository;
    private final RecommendationMapping mapping;
    private final RecommendationChecks checks;
    private final PeriodService periods;
    private final DocumentService documents;
    private final MergePatch patches;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    RecommendationService(
            RecommendationRepository repository,
            RecommendationMapping mapping,
            RecommendationChecks checks,
            PeriodService periods,
            DocumentService documents,
            MergePatch patches,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.mapping = mapping;
        this.checks = checks;
        this.periods = periods;
        this.documents = documents;
        this.patches = patches;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is asked for; every part may be left out. */
    record Filter(
            @Nullable String q,
            @Nullable String organization,
            @Nullable String addressee,
            @Nullable String period,
            @Nullable String offeredFor,
            @Nullable RecommendationStatus status) {}

    Page<Recommendation> page(Filter filter, @Nullable Integer limit, @Nullable String cursor) {
        Optional<CalendarPeriod> offered =
                filter.offeredFor() == null ? Optional.empty() : periods.find(filter.offeredFor());
        if (filter.offeredFor() != null && offered.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        return pages.page(
                        limit,
                        cursor,
                        slice -> {
                            String end = slice.after(0);
                            return repository.page(
                                    Caller.current().path() + "%",
                                    filter.organization(),
                                    filter.addressee(),
                                    SearchText.pattern(filter.q()),
                                    filter.period(),
                                    filter.status() == null
                                            ? null
                                            : filter.status().getValue(),
                                    offered.map(CalendarPeriod::end).orElse(null),
                                    end == null ? null : LocalDate.parse(end),
                                    slice.after(1),
                                    slice.count());
                        },
                        row -> List.of(row.periodEnd().toString(), row.id()),
                        RecommendationMapping::weight)
                .mapAll(mapping::wire);
    }

    Recommendation get(String id) {
        return mapping.wire(open(repository.findById(id)));
    }

    Outcome<Recommendation> create(RecommendationCreate wanted, Findings findings) {
        Optional<OrganizationRef> organization = checks.writer(wanted.getOrganization(), findings);
        Optional<CalendarPeriod> period = periods.find(wanted.getRaisedIn(), "/raisedIn", findings);
        checks.content(wanted, null, findings);
        if (organization.isPresent() && period.isPresent()) {
            checks.unlocked(organization.get(), period.get().code(), "/raisedIn", findings);
        }
        findings.throwIfErrors();
        return raised(RecommendationMapping.row(
                ids.next(), wanted, period.orElseThrow().end(), null, clock.instant()));
    }

    Outcome<Recommendation> update(String id, Findings findings) {
        RecommendationRow row = open(repository.lock(id));
        OrganizationRef owner = checks.requireOwner(row);
        IfMatch.required(row.version());
        RecommendationCreate wanted = patches.apply(
                RecommendationMapping.write(row), RequestState.current().bodyTree(), RecommendationCreate.class);
        checks.content(wanted, row.limitation(), findings);
        checks.unlocked(owner, row.raisedIn(), null, findings);
        findings.throwIfErrors();
        Standing.of(row).requireUnanswered();
        long saved = repository.update(
                id,
                wanted.getText(),
                wanted.getAddressee().getOrganization(),
                wanted.getAddressee().getText(),
                wanted.getReason(),
                wanted.getLimitation(),
                RecommendationMapping.searchText(wanted),
                clock.instant(),
                row.version());
        return changed(row, saved, "UPDATED", null);
    }

    Outcome<Void> delete(String id, Findings findings) {
        RecommendationRow row = open(repository.lock(id));
        OrganizationRef owner = checks.requireOwner(row);
        IfMatch.required(row.version());
        checks.unlocked(owner, row.raisedIn(), null, findings);
        findings.throwIfErrors();
        String repeatedBy = mapping.wire(row).getRepeatedBy();
        if (repeatedBy != null) {
            throw standsInTheWay(Note.error(ProblemCode.IN_USE).actual(PATH + repeatedBy), repeatedBy);
        }
        Standing.of(row).requireUnanswered();
        if (repository.delete(id, row.version()) == 0) {
            throw IfMatch.stale(row.version() + 1);
        }
        Change change = new Change("DELETED", RESOURCE, id, row.organization(), row.version() + 1, null);
        return new Outcome<>(204, null, 0, null, List.of(change), null);
    }

    Outcome<Recommendation> respond(String id, RecommendationResponseCreate wanted, Findings findings) {
        RecommendationRow row = open(repository.lock(id));
        checks.requireAnswering(row);
        IfMatch.ifPresent(row.version());
        LocalDate on = answeredOn(wanted, findings);
        documents.readable(wanted.getDocument(), "/document", findings);
        findings.throwIfErrors();
        requireLast(row);
        Standing.of(row).requireAnswerable(wanted.getAnswer());
        String next = wanted.getAnswer().getValue();
        long saved = repository.respond(
                id,
                row.status(),
                row.version(),
                next,
                wanted.getText(),
                wanted.getDocument(),
                on,
                Caller.current().credential(),
                clock.instant());
        return changed(row, saved, next, wanted.getText());
    }

    /** What has been raised again is answered where it was raised last: an answer to an earlier time would leave that open. */
    private void requireLast(RecommendationRow row) {
        RecommendationRow last = repository.lockLast(row.origin()).orElseThrow();
        if (!last.id().equals(row.id())) {
            throw standsInTheWay(Note.error(ProblemCode.ALREADY_REPEATED).with("period", last.raisedIn()), last.id());
        }
    }

    private LocalDate answeredOn(RecommendationResponseCreate wanted, Findings findings) {
        LocalDate today = Vietnam.today(clock);
        LocalDate on = Objects.requireNonNullElse(wanted.getOn(), today);
        if (on.isAfter(today)) {
            findings.add(Note.error(ProblemCode.DATE_LATER)
                    .at("/on")
                    .with("date", on)
                    .with("today", today)
                    .actual(on.toString())
                    .expected("≤ " + today));
        }
        return on;
    }

    Outcome<Recommendation> repeat(String id, RecommendationRepeat wanted, Findings findings) {
        RecommendationRow row = open(repository.lock(id));
        OrganizationRef owner = checks.requireOwner(row);
        IfMatch.ifPresent(row.version());
        Optional<CalendarPeriod> found = periods.find(wanted.getPeriod(), "/period", findings);
        found.ifPresent(period -> {
            if (!period.end().isAfter(row.periodEnd())) {
                findings.add(Note.error(ProblemCode.PERIOD_ORDER)
                        .at("/period")
                        .actual(period.code())
                        .expected(row.raisedIn()));
            }
            checks.unlocked(owner, period.code(), "/period", findings);
        });
        findings.throwIfErrors();
        CalendarPeriod period = found.orElseThrow();
        // Taken up where it was left, whichever of the times it was raised is named.
        RecommendationRow last = repository.lockLast(row.origin()).orElseThrow();
        Standing.of(row).requireUnsettled();
        Standing.of(last).requireUnsettled();
        repository.raisedSince(row.origin(), row.timesRaised(), period.end()).ifPresent(already -> {
            throw standsInTheWay(
                    Note.error(ProblemCode.ALREADY_REPEATED).at("/period").with("period", already.raisedIn()),
                    already.id());
        });
        RecommendationCreate again = RecommendationMapping.write(last).raisedIn(period.code());
        if (wanted.getText() != null) {
            again.setText(wanted.getText());
        }
        return raised(RecommendationMapping.row(ids.next(), again, period.end(), last, clock.instant()));
    }

    private RecommendationRow open(Optional<RecommendationRow> found) {
        return found.filter(checks::isOpen).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    private Outcome<Recommendation> raised(RecommendationRow row) {
        repository.save(row);
        Change change = new Change("CREATED", RESOURCE, row.id(), row.organization(), 1, null);
        return Outcome.created(mapping.wire(row), 1, PATH + row.id(), change);
    }

    private Outcome<Recommendation> changed(RecommendationRow row, long saved, String type, @Nullable String detail) {
        if (saved == 0) {
            throw IfMatch.stale(row.version() + 1);
        }
        RecommendationRow next = repository.findById(row.id()).orElseThrow();
        Change change = new Change(type, RESOURCE, row.id(), row.organization(), next.version(), detail);
        return Outcome.ok(mapping.wire(next), next.version(), List.of(change));
    }

    private static ProblemException standsInTheWay(Note note, String other) {
        String link = PATH + other;
        return new ProblemException(
                note.code(), note.values(), List.of(note.evidence(List.of(link))), Extras.link(link));
    }
}
