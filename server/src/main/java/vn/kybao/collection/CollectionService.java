package vn.kybao.collection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.CollectionGeneration;
import vn.kybao.api.model.CollectionPage;
import vn.kybao.api.model.CollectionStatus;
import vn.kybao.api.model.Reason;
import vn.kybao.http.IfMatch;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.organization.OrganizationService;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;
import vn.kybao.time.Instants;

/** Collections: where the lock is. Moved by the regime's receiver and those above it; read by receiver and reporters. */
@Singleton
public class CollectionService {
    private static final String RESOURCE = "collection";

    private final CollectionRepository repository;
    private final RegimeService regimes;
    private final PeriodService periods;
    private final OrganizationService organizations;
    private final Pages pages;
    private final Clock clock;

    CollectionService(
            CollectionRepository repository,
            RegimeService regimes,
            PeriodService periods,
            OrganizationService organizations,
            Pages pages,
            Clock clock) {
        this.repository = repository;
        this.regimes = regimes;
        this.periods = periods;
        this.organizations = organizations;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * A collection as filing needs it.
     *
     * @param status whether it takes figures
     * @param windowStart first day the figures are about
     * @param windowEnd last day the figures are about
     */
    public record State(CollectionStatus status, LocalDate windowStart, LocalDate windowEnd) {}

    /** The state of a collection, held as it is until the transaction ends; empty when there is none. */
    public Optional<State> hold(String regime, String period) {
        return repository
                .hold(regime + "." + period)
                .map(row -> new State(CollectionStatus.fromValue(row.status()), row.windowStart(), row.windowEnd()));
    }

    /** Those of the regimes that have a collection in the period, by code. */
    public List<String> withCollection(String period, Collection<String> candidates) {
        return candidates.isEmpty() ? List.of() : repository.regimesOf(period, candidates);
    }

    Page<vn.kybao.api.model.Collection> page(
            @Nullable String regime,
            @Nullable String period,
            @Nullable CollectionStatus status,
            @Nullable Integer limit,
            @Nullable String cursor) {
        List<String> open = regimes.openTo(Caller.current());
        if (open.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        return pages.page(
                        limit,
                        cursor,
                        slice -> {
                            String start = slice.after(0);
                            return repository.page(
                                    open,
                                    regime,
                                    period,
                                    status == null ? null : status.getValue(),
                                    start == null ? null : LocalDate.parse(start),
                                    slice.after(1),
                                    slice.count());
                        },
                        row -> List.of(row.windowStart().toString(), row.id()))
                .map(CollectionService::wire);
    }

    vn.kybao.api.model.Collection get(String id) {
        CollectionRow row = repository
                .findById(id)
                .filter(r -> regimes.openTo(Caller.current()).contains(r.regime()))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        return wire(row);
    }

    Outcome<CollectionPage> generate(CollectionGeneration wanted, Findings findings) {
        Optional<RegimeDefinition> found = regimes.find(wanted.getRegime(), "/regime", findings);
        found.ifPresent(this::requireReceiver);
        findings.throwIfErrors();
        RegimeDefinition regime = found.orElseThrow();
        Instant now = clock.instant();
        List<CollectionRow> all = periods.ofYear(wanted.getYear()).stream()
                .filter(period -> regime.covers(period.type()))
                .map(period -> row(regime, period, now))
                .toList();
        List<String> ids = all.stream().map(CollectionRow::id).toList();
        Set<String> present = ids.isEmpty()
                ? Set.of()
                : repository.findAll(ids).stream().map(CollectionRow::id).collect(Collectors.toSet());
        List<CollectionRow> missing =
                all.stream().filter(row -> !present.contains(row.id())).toList();
        repository.saveAll(missing);
        List<Change> changes = new ArrayList<>();
        missing.forEach(row -> changes.add(new Change("CREATED", RESOURCE, row.id(), regime.receiver(), 1, null)));
        List<CollectionRow> rows = ids.isEmpty() ? List.of() : repository.findAll(ids);
        return Outcome.ok(
                new CollectionPage()
                        .items(rows.stream().map(CollectionService::wire).toList()),
                0,
                changes);
    }

    Outcome<vn.kybao.api.model.Collection> move(String id, Move move, @Nullable Reason reason, Findings findings) {
        CollectionRow row = repository
                .lock(id)
                .filter(r -> regimes.openTo(Caller.current()).contains(r.regime()))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        RegimeDefinition regime = regimes.find(row.regime()).orElseThrow();
        requireReceiver(regime);
        IfMatch.ifPresent(row.version());
        findings.throwIfErrors();
        CollectionStatus status = CollectionStatus.fromValue(row.status());
        if (!move.isAllowedFrom(status)) {
            List<String> allowed = Move.allowedFrom(status);
            throw new ProblemException(
                    ProblemCode.INVALID_TRANSITION,
                    Map.of("actual", status.getValue(), "expected", String.join(", ", allowed)),
                    List.of(),
                    Extras.allowed(allowed));
        }
        String text = reason == null ? null : reason.getReason();
        if (repository.move(id, row.status(), row.version(), move.to().getValue(), text, clock.instant()) == 0) {
            throw IfMatch.stale(row.version() + 1);
        }
        CollectionRow moved = repository.findById(id).orElseThrow();
        Change change = new Change(move.name(), RESOURCE, id, regime.receiver(), moved.version(), text);
        return Outcome.ok(wire(moved), moved.version(), List.of(change));
    }

    private void requireReceiver(RegimeDefinition regime) {
        String path = organizations.find(regime.receiver()).orElseThrow().path();
        if (!Caller.current().covers(path)) {
            throw new ProblemException(ProblemCode.NOT_OWNER, Map.of("actual", regime.receiver()));
        }
    }

    private static CollectionRow row(RegimeDefinition regime, CalendarPeriod period, Instant now) {
        CalendarPeriod.Window window = period.window(regime.calendar());
        return new CollectionRow(
                regime.code() + "." + period.code(),
                regime.code(),
                period.code(),
                window.start(),
                window.end(),
                CollectionStatus.PLANNED.getValue(),
                null,
                1,
                now,
                now);
    }

    private static vn.kybao.api.model.Collection wire(CollectionRow row) {
        return new vn.kybao.api.model.Collection()
                .id(row.id())
                .regime(row.regime())
                .period(row.period())
                .windowStart(row.windowStart())
                .windowEnd(row.windowEnd())
                .status(CollectionStatus.fromValue(row.status()))
                .reopenReason(row.reopenReason())
                .createdAt(Instants.utc(row.createdAt()))
                .updatedAt(Instants.utc(row.updatedAt()))
                .etag(String.valueOf(row.version()));
    }
}
