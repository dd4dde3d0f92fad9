package vn.kybao.task;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Party;
import vn.kybao.api.model.Rate;
import vn.kybao.api.model.StatedTotal;
import vn.kybao.api.model.TaskCounts;
import vn.kybao.api.model.TaskGroup;
import vn.kybao.api.model.TaskStatistics;
import vn.kybao.http.Problems;
import vn.kybao.http.RequestState;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.Texts;
import vn.kybao.regime.Readers;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;
import vn.kybao.task.Counting.Counted;
import vn.kybao.task.Counting.Group;
import vn.kybao.task.TaskTally.Counts;
import vn.kybao.total.Reach;
import vn.kybao.total.StatedTotals;
import vn.kybao.total.Total;

/** Statistics of tasks as they are answered. */
@Singleton
final class StatisticsView {
    private final Counting counting;
    private final TaskTotals totals;
    private final StatedTotals stated;
    private final OrganizationService organizations;
    private final PeriodService periods;
    private final RegimeService regimes;
    private final Readers readers;
    private final Problems problems;
    private final Texts texts;

    StatisticsView(
            Counting counting,
            TaskTotals totals,
            StatedTotals stated,
            OrganizationService organizations,
            PeriodService periods,
            RegimeService regimes,
            Readers readers,
            Problems problems,
            Texts texts) {
        this.counting = counting;
        this.totals = totals;
        this.stated = stated;
        this.organizations = organizations;
        this.periods = periods;
        this.regimes = regimes;
        this.readers = readers;
        this.problems = problems;
        this.texts = texts;
    }

    TaskStatistics of(
            String organizationCode,
            String periodCode,
            @Nullable String regimeCode,
            @Nullable String register,
            @Nullable LocalDate asOf) {
        OrganizationRef organization = organizations.find(organizationCode).orElseThrow(StatisticsView::notFound);
        Predicate<String> open = readers.open(organization).orElseThrow(StatisticsView::notFound);
        CalendarPeriod period = periods.find(periodCode).orElseThrow(StatisticsView::notFound);
        RegimeDefinition regime = regimeCode == null
                ? null
                : regimes.find(regimeCode)
                        .filter(found -> open.test(found.code()))
                        .orElseThrow(StatisticsView::notFound);
        Reach reach = Reach.of(period, regime).seenFrom(asOf);
        Counted counted = counting.count(organization.code(), totals.span(reach), register);
        // What is stated is about all registers: beside the tasks of one it would only seem to contradict.
        var filed =
                register == null ? stated.of(organization, period, open) : Map.<StatedTotal, StatedTotals.Stated>of();
        TaskStatistics answer = wire(totals.tally(organization, period, reach, counted.total(), filed), counted);
        return Caller.current().covers(organization.path()) ? named(answer, counted) : answer;
    }

    private TaskStatistics wire(TaskTally tally, Counted counted) {
        Counts counts = tally.counted();
        return new TaskStatistics()
                .organization(tally.organization().code())
                .period(tally.period().code())
                .windowStart(tally.reach().window().start())
                .windowEnd(tally.reach().window().end())
                .asOf(tally.day())
                .counted(wire(counts))
                .received(total(tally, StatedTotal.TASKS_RECEIVED).toWire())
                .completed(total(tally, StatedTotal.TASKS_COMPLETED).toWire())
                .onTime(total(tally, StatedTotal.TASKS_ON_TIME).toWire())
                .overdue(total(tally, StatedTotal.TASKS_OVERDUE).toWire())
                .completionRate(rate(counts.completed(), counts.received(), "value.tasks-received"))
                .onTimeRate(
                        rate(counts.onTime(), counts.onTime() + counts.late(), "value.tasks-completed-with-deadline"))
                .byAssigner(List.of())
                .byLead(List.of())
                .byRegister(counted.byRegister().stream()
                        .map(group -> new TaskGroup()
                                .register(group.key().isEmpty() ? null : group.key())
                                .counts(wire(group.counts())))
                        .toList())
                .findings(problems.words(
                        totals.findings(tally), RequestState.current().language()));
    }

    /** With the groups that are named as tasks name them, which only those who may read the tasks are told. */
    private TaskStatistics named(TaskStatistics answer, Counted counted) {
        List<Group> byAssigner = counted.byAssigner();
        List<Group> byLead = counted.byLead();
        Map<String, Party> parties = counting.parties(byAssigner, byLead);
        return answer.byAssigner(
                        byAssigner.stream().map(group -> wire(group, parties)).toList())
                .byLead(byLead.stream().map(group -> wire(group, parties)).toList());
    }

    private static Total total(TaskTally tally, StatedTotal what) {
        return Objects.requireNonNull(tally.totals().get(what));
    }

    private Rate rate(long numerator, long denominator, String name) {
        LocalizedText denominatorName = texts.both(name);
        BigDecimal percent = TaskTally.percent(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
        return new Rate()
                .numerator(Math.toIntExact(numerator))
                .denominator(Math.toIntExact(denominator))
                .denominatorName(denominatorName)
                .percent(percent);
    }

    private static TaskGroup wire(Group group, Map<String, Party> parties) {
        Party party = parties.get(group.key());
        TaskGroup wire = new TaskGroup().counts(wire(group.counts()));
        return party == null ? wire : wire.organization(party.getOrganization()).text(party.getText());
    }

    private static TaskCounts wire(Counts counts) {
        return new TaskCounts()
                .carriedOver(Math.toIntExact(counts.carriedOver()))
                .assigned(Math.toIntExact(counts.assigned()))
                .received(Math.toIntExact(counts.received()))
                .completed(Math.toIntExact(counts.completed()))
                .onTime(Math.toIntExact(counts.onTime()))
                .late(Math.toIntExact(counts.late()))
                .noDeadline(Math.toIntExact(counts.noDeadline()))
                .open(Math.toIntExact(counts.open()))
                .inProgress(Math.toIntExact(counts.inProgress()))
                .overdue(Math.toIntExact(counts.overdue()))
                .cancelled(Math.toIntExact(counts.cancelled()));
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }
}
