package vn.kybao.finding;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.inspection.CaseTotals;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.problem.Note;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.task.TaskTally;
import vn.kybao.task.TaskTotals;

/** Tasks, inspections, sanctions and petitions: what was recorded one by one against the totals that were stated. */
@Singleton
class CaseAudit {
    private final TaskTotals tasks;
    private final CaseTotals cases;

    CaseAudit(TaskTotals tasks, CaseTotals cases) {
        this.tasks = tasks;
        this.cases = cases;
    }

    /** Counts by the calendar of the regime, or by the period's own days where several are audited. */
    List<Note> notes(Subject subject, @Nullable RegimeDefinition regime) {
        Window window = regime == null
                ? new Window(subject.period().start(), subject.period().end())
                : subject.period().window(regime.calendar());
        TaskTally tally = tasks.tally(subject.organization(), subject.period(), window, null, subject.openRegimes());
        List<Note> notes = new ArrayList<>();
        tally.findings().forEach(note -> notes.add(linked(note, tally.link())));
        String counted = "/v1/inspections/statistics?organization="
                + subject.organization().code() + "&period=" + subject.period().code();
        cases.of(subject.organization(), subject.period(), regime, subject.openRegimes())
                .findings()
                .forEach(note -> notes.add(linked(note, counted)));
        return notes;
    }

    private static Note linked(Note note, String statistics) {
        List<String> links = new ArrayList<>(note.evidence());
        links.add(statistics);
        return note.evidence(links);
    }
}
