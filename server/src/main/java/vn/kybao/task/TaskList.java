package vn.kybao.task;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Party;
import vn.kybao.api.model.TaskSort;
import vn.kybao.api.model.Timeliness;
import vn.kybao.organization.OrganizationService;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.paging.Pages.Slice;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.period.PeriodService;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;
import vn.kybao.search.SearchText;
import vn.kybao.task.ProgressRepository.Weight;
import vn.kybao.task.TaskListRepository.Head;
import vn.kybao.task.TaskService.Filter;
import vn.kybao.time.Instants;
import vn.kybao.time.Vietnam;

/** Reads lists of tasks, page by page in one of three orders. */
@Singleton
final class TaskList {
    /** From here on it is quicker to look at one task after the other than to gather all that are seen. */
    private static final int MANY = 2_000;

    private final TaskListRepository repository;
    private final ProgressRepository progress;
    private final OrganizationService organizations;
    private final PeriodService periods;
    private final RegimeService regimes;
    private final Pages pages;
    private final Clock clock;

    TaskList(
            TaskListRepository repository,
            ProgressRepository progress,
            OrganizationService organizations,
            PeriodService periods,
            RegimeService regimes,
            Pages pages,
            Clock clock) {
        this.repository = repository;
        this.progress = progress;
        this.organizations = organizations;
        this.periods = periods;
        this.regimes = regimes;
        this.pages = pages;
        this.clock = clock;
    }

    Page<TaskRow> page(Filter filter, @Nullable Integer limit, @Nullable String cursor) {
        Optional<RegimeDefinition> regime = filter.regime() == null ? Optional.empty() : regimes.find(filter.regime());
        Optional<CalendarPeriod> period = filter.period() == null ? Optional.empty() : periods.find(filter.period());
        if ((filter.regime() != null && regime.isEmpty()) || (filter.period() != null && period.isEmpty())) {
            return new Page<>(List.of(), null);
        }
        Window window = period.map(
                        p -> regime.map(r -> p.window(r.calendar())).orElseGet(() -> new Window(p.start(), p.end())))
                .orElse(null);
        LocalDate today = Vietnam.today(clock);
        LocalDate asOf = filter.asOf() == null ? today : filter.asOf();
        TaskSort sort = filter.sort() == null ? TaskSort.DUE_ON : filter.sort();
        boolean covered = covers(filter.organization());
        Order order = order(sort, covered || repository.seen(Caller.current().path() + "%", MANY + 1) > MANY);
        return pages.page(
                        limit,
                        cursor,
                        slice -> weighed(read(order, covered, filter, Bounds.of(filter, window, asOf, today), slice)),
                        weighed -> key(weighed.head(), sort),
                        Weighed::weight)
                .mapAll(this::texts);
    }

    private static List<String> key(Head head, TaskSort sort) {
        String first = switch (sort) {
            case DUE_ON -> head.dueOrder().toString();
            case ASSIGNED_ON -> head.beginsOn().toString();
            case UPDATED_AT -> Instants.sql(head.updatedAt());
        };
        return List.of(first, head.id());
    }

    /** A task with the length of its texts, those notes included that a list shows. */
    private record Weighed(Head head, long weight) {}

    private List<Weighed> weighed(List<Head> heads) {
        Map<String, Long> notes = heads.isEmpty()
                ? Map.of()
                : progress.weights(heads.stream().map(Head::id).toList()).stream()
                        .collect(Collectors.toMap(Weight::task, Weight::weight));
        return heads.stream()
                .map(head -> new Weighed(head, head.weight() + notes.getOrDefault(head.id(), 0L)))
                .toList();
    }

    private List<TaskRow> texts(List<Weighed> page) {
        List<String> ids = page.stream().map(weighed -> weighed.head().id()).toList();
        return ids.isEmpty()
                ? List.of()
                : repository.findAll(ids).stream()
                        .sorted(Comparator.comparingInt(row -> ids.indexOf(row.id())))
                        .toList();
    }

    /**
     * The days between which tasks are asked for, so that an index finds them.
     *
     * @param start first day of the period, or null
     * @param end last day of the period, or null
     * @param openOnly whether they are still to be done now
     * @param dueFrom earliest deadline, or null
     * @param dueTo latest deadline, or null
     * @param asOf the day they are seen from
     */
    private record Bounds(
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            boolean openOnly,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            LocalDate asOf) {
        static Bounds of(Filter filter, @Nullable Window window, LocalDate asOf, LocalDate today) {
            LocalDate from = null;
            LocalDate to = null;
            // On a day that is over another deadline may have stood than the one in the index.
            if (filter.timeliness() != null && !asOf.isBefore(today)) {
                switch (filter.timeliness()) {
                    case OVERDUE -> to = asOf.minusDays(1);
                    case DUE_SOON -> {
                        from = asOf;
                        to = asOf.plusDays(TaskDays.SOON);
                    }
                    case ON_TRACK -> from = asOf.plusDays(TaskDays.SOON + 1L);
                    case NO_DEADLINE -> from = TaskDays.NEVER;
                    case COMPLETED_ON_TIME, COMPLETED_LATE -> {
                        // They may have been due on any day.
                    }
                }
            }
            return new Bounds(
                    window == null ? null : window.start(),
                    window == null ? null : window.end(),
                    isOpenNow(filter, asOf, today),
                    from,
                    to,
                    asOf);
        }

        /** What is open on a day to come has not been done by now. */
        private static boolean isOpenNow(Filter filter, LocalDate asOf, LocalDate today) {
            Set<Timeliness> open = Set.of(Timeliness.OVERDUE, Timeliness.DUE_SOON, Timeliness.ON_TRACK);
            LocalDate overdueOn = filter.overdueOn();
            return (filter.timeliness() != null && open.contains(filter.timeliness()) && !asOf.isBefore(today))
                    || (overdueOn != null && !overdueOn.isBefore(today));
        }
    }

    /** One of the three orders. */
    private interface Order {
        List<Head> read(
                boolean covered,
                String subtree,
                @Nullable String pattern,
                @Nullable String organization,
                @Nullable String leader,
                @Nullable String assigner,
                @Nullable String leaderKey,
                @Nullable String assignerKey,
                @Nullable String register,
                @Nullable String status,
                @Nullable LocalDate windowStart,
                @Nullable LocalDate windowEnd,
                @Nullable LocalDate overdueOn,
                boolean openOnly,
                @Nullable LocalDate dueFrom,
                @Nullable LocalDate dueTo,
                @Nullable String timeliness,
                LocalDate asOf,
                LocalDate soon,
                @Nullable String after,
                @Nullable String afterId,
                int count);
    }

    private Order order(TaskSort sort, boolean many) {
        return switch (sort) {
            case DUE_ON -> many ? repository::byDeadlineAmongMany : repository::byDeadlineAmongFew;
            case ASSIGNED_ON -> many ? repository::byBeginningAmongMany : repository::byBeginningAmongFew;
            case UPDATED_AT -> many ? repository::byChangeAmongMany : repository::byChangeAmongFew;
        };
    }

    /** Whose tasks are asked for lies in the caller's subtree, so that there is no need to look who may see each. */
    private boolean covers(@Nullable String organization) {
        return organization != null
                && organizations
                        .find(organization)
                        .filter(owner -> Caller.current().covers(owner.path()))
                        .isPresent();
    }

    /** What a party is counted by where it has words of its own; without them it is looked for by its code alone. */
    private static @Nullable String key(@Nullable String organization, @Nullable String text) {
        return text == null
                ? null
                : TaskMapping.key(
                        new Party().organization(organization).text(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }

    private static List<Head> read(Order order, boolean covered, Filter filter, Bounds bounds, Slice slice) {
        return order.read(
                covered,
                Caller.current().path() + "%",
                SearchText.pattern(filter.q()),
                filter.organization(),
                filter.lead(),
                filter.assigner(),
                key(filter.lead(), filter.leadText()),
                key(filter.assigner(), filter.assignerText()),
                filter.register(),
                filter.status() == null ? null : filter.status().getValue(),
                bounds.start(),
                bounds.end(),
                filter.overdueOn(),
                bounds.openOnly(),
                bounds.dueFrom(),
                bounds.dueTo(),
                filter.timeliness() == null ? null : filter.timeliness().getValue(),
                bounds.asOf(),
                bounds.asOf().plusDays(TaskDays.SOON),
                slice.after(0),
                slice.after(1),
                slice.count());
    }
}
