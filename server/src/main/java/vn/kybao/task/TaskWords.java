package vn.kybao.task;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Unit;
import vn.kybao.narrative.Subject;
import vn.kybao.narrative.Tally;
import vn.kybao.narrative.Totals;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.regime.RegimeService;
import vn.kybao.task.TaskTally.Printed;
import vn.kybao.total.Reach;
import vn.kybao.total.StatedTotals.Stated;

/** Numbers of tasks for the texts that name them: {@code {{tasks: completed}}}. */
@Singleton
class TaskWords implements Totals {
    private static final Unit TASK =
            new Unit().code("task").name(new LocalizedText().vi("nhiệm vụ").en("tasks"));
    private static final Unit PERCENT =
            new Unit().code("percent").name(new LocalizedText().vi("%").en("%"));

    private final TaskTotals totals;
    private final RegimeService regimes;

    TaskWords(TaskTotals totals, RegimeService regimes) {
        this.totals = totals;
        this.regimes = regimes;
    }

    @Override
    public Subject subject() {
        return Subject.TASKS;
    }

    @Override
    public Map<String, Tally> of(
            OrganizationRef organization, CalendarPeriod period, String regime, Predicate<String> openRegimes) {
        Reach reach = Reach.of(period, regimes.find(regime).orElseThrow());
        TaskTally tally = totals.tally(organization, period, reach, openRegimes);
        Map<String, Tally> all = new LinkedHashMap<>();
        for (TaskNumber number : TaskNumber.values()) {
            all.put(number.label(), tally(tally, number));
        }
        return all;
    }

    private static Tally tally(TaskTally tally, TaskNumber number) {
        Printed printed = tally.printed(number);
        if (printed.value() == null) {
            boolean rate = number == TaskNumber.RATE;
            TaskNumber missing = rate ? TaskNumber.RECEIVED : number;
            return Tally.unknown(rate ? PERCENT : TASK, List.of(Subject.TASKS.word() + ": " + missing.label()));
        }
        if (number == TaskNumber.RATE) {
            return Tally.workedOut(printed.value(), 0, PERCENT, printed.evidence(), !printed.stated());
        }
        if (printed.stated() && number.stated() == null) {
            return Tally.workedOut(printed.value(), 0, TASK, printed.evidence(), false);
        }
        if (!printed.stated()) {
            return Tally.counted(printed.value(), 0, TASK, printed.evidence());
        }
        Stated stated = Objects.requireNonNull(
                Objects.requireNonNull(tally.totals().get(Objects.requireNonNull(number.stated())))
                        .stated());
        return Tally.stated(stated.figure(), stated.indicator().unit(), printed.evidence());
    }
}
