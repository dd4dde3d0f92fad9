package vn.kybao.task;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import vn.kybao.api.model.StatedTotal;
import vn.kybao.json.JsonText;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.task.TaskRepository.Doubted;
import vn.kybao.task.TaskTally.Counts;
import vn.kybao.time.Vietnam;
import vn.kybao.total.Reach;
import vn.kybao.total.StatedTotals;
import vn.kybao.total.StatedTotals.Alike;
import vn.kybao.total.StatedTotals.Stated;
import vn.kybao.total.Total;

/** Tasks as other features need them: how many, beside what was stated, and what is doubtful about them. */
@Singleton
public class TaskTotals {
    private static final int MOST_NOTED = 1_000;

    private final TaskRepository repository;
    private final Counting counting;
    private final StatedTotals stated;
    private final JsonText json;
    private final Clock clock;

    TaskTotals(TaskRepository repository, Counting counting, StatedTotals stated, JsonText json, Clock clock) {
        this.repository = repository;
        this.counting = counting;
        this.stated = stated;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Counts an organization's tasks of a period.
     *
     * @param reach the days they are counted over; up to today where it names no day, never later than the window's last
     * @param openRegimes which regimes' figures may be told beside them
     */
    public TaskTally tally(
            OrganizationRef organization, CalendarPeriod period, Reach reach, Predicate<String> openRegimes) {
        Counts counted = counting.count(organization.code(), span(reach), null).total();
        return tally(organization, period, reach, counted, stated.of(organization, period, openRegimes));
    }

    TaskTally tally(
            OrganizationRef organization,
            CalendarPeriod period,
            Reach reach,
            Counts counted,
            Map<StatedTotal, Stated> filed) {
        Map<StatedTotal, Total> totals = new EnumMap<>(StatedTotal.class);
        total(totals, StatedTotal.TASKS_RECEIVED, counted.received(), filed);
        total(totals, StatedTotal.TASKS_COMPLETED, counted.completed(), filed);
        total(totals, StatedTotal.TASKS_ON_TIME, counted.onTime(), filed);
        total(totals, StatedTotal.TASKS_OVERDUE, counted.overdue(), filed);
        return new TaskTally(organization, period, reach, span(reach).day(), counted, totals);
    }

    /** The days that are counted, seen from the last of them that has come. */
    Span span(Reach reach) {
        LocalDate asOf = reach.asOf();
        return Span.of(reach.window(), asOf == null ? Vietnam.today(clock) : asOf);
    }

    private static void total(
            Map<StatedTotal, Total> totals, StatedTotal what, long counted, Map<StatedTotal, Stated> filed) {
        totals.put(what, Total.count(what, counted, filed.get(what)));
    }

    /**
     * Where what is stated beside a tally cannot be right. Each total is held against the rows of its own days, which are
     * counted once for all that are about the same.
     */
    public List<Note> findings(TaskTally tally) {
        List<Note> findings = new ArrayList<>();
        Plausibility.of(tally.totals()).forEach(note -> findings.add(linked(note, tally.link())));
        Map<StatedTotal, Note> differences = new EnumMap<>(StatedTotal.class);
        List<Stated> filed = tally.totals().values().stream()
                .map(Total::stated)
                .filter(Objects::nonNull)
                .toList();
        for (Alike alike : StatedTotals.alike(filed)) {
            TaskTally own = over(alike.reach(), tally);
            alike.totals()
                    .forEach((what, one) -> Objects.requireNonNull(own.totals().get(what))
                            .difference()
                            .ifPresent(note -> differences.put(what, linked(note, own.link()))));
        }
        findings.addAll(differences.values());
        return findings;
    }

    /** The same totals beside the rows of other days. */
    private TaskTally over(Reach reach, TaskTally tally) {
        Span span = span(reach);
        if (span.equals(span(tally.reach()))) {
            return tally;
        }
        Map<StatedTotal, Stated> filed = new EnumMap<>(StatedTotal.class);
        tally.totals().forEach((what, total) -> {
            if (total.stated() != null) {
                filed.put(what, total.stated());
            }
        });
        Counts counted = counting.count(tally.organization().code(), span, null).total();
        return tally(tally.organization(), tally.period(), reach, counted, filed);
    }

    /**
     * Notes of single tasks.
     *
     * @param notes the notes, each with a link to its task
     * @param complete false where there are more tasks than are read at once
     */
    public record Noted(List<Note> notes, boolean complete) {}

    /** What registers have changed on some days after the collection was closed; a row says it, so it is for its owner. */
    public Noted changedAfterClose(OrganizationRef organization, Window window) {
        List<Doubted> rows = repository.doubted(organization.code(), window.start(), window.end(), MOST_NOTED + 1);
        List<Note> notes = rows.stream()
                .limit(MOST_NOTED)
                .flatMap(row -> json.readList(row.findings(), Note.class).stream()
                        .filter(note -> isChangedWithin(note, window))
                        .map(note -> linked(note, TaskService.path(row.id()))))
                .toList();
        return new Noted(notes, rows.size() <= MOST_NOTED);
    }

    private static boolean isChangedWithin(Note note, Window window) {
        LocalDate day = note.day("date");
        return note.code() == ProblemCode.CHANGED_AFTER_CLOSE
                && day != null
                && !day.isBefore(window.start())
                && !day.isAfter(window.end());
    }

    private static Note linked(Note note, String link) {
        List<String> links = new ArrayList<>(note.evidence());
        links.add(link);
        return note.evidence(links);
    }
}
