package vn.kybao.inspection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.kybao.collection.PeriodLocks;
import vn.kybao.collection.PeriodLocks.OwnLocks;
import vn.kybao.collection.PeriodLocks.Place;
import vn.kybao.inspection.CaseDays.Day;
import vn.kybao.inspection.CaseDays.Spot;
import vn.kybao.inspection.CaseFilter.Within;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;
import vn.kybao.time.Vietnam;

/** Where cases lie in the calendar: which days they may have, and what closed collections keep as it is. */
@Singleton
final class CaseCalendar {
    private static final String PERIOD = "/period";

    private final PeriodService periods;
    private final RegimeService regimes;
    private final PeriodLocks locks;
    private final Clock clock;

    CaseCalendar(PeriodService periods, RegimeService regimes, PeriodLocks locks, Clock clock) {
        this.periods = periods;
        this.regimes = regimes;
        this.locks = locks;
        this.clock = clock;
    }

    /** The days that the rows of a list belong to; empty when none can, since the period or regime does not exist. */
    Optional<Within> within(CaseFilter filter) {
        Optional<RegimeDefinition> regime = filter.regime() == null ? Optional.empty() : regimes.find(filter.regime());
        if (filter.regime() != null && regime.isEmpty()) {
            return Optional.empty();
        }
        return filter.period() == null
                ? Optional.of(Within.ANY)
                : periods.find(filter.period()).map(period -> Within.of(Span.of(period, regime.orElse(null))));
    }

    /** Finds the period, and what is wrong with the days: none at all, out of order, in the future. */
    Optional<CalendarPeriod> check(CaseDays days, Findings findings) {
        List<Day> known = days.known();
        boolean refused =
                findings.refuses(PERIOD) || days.days().stream().anyMatch(day -> findings.refuses(day.pointer()));
        if (known.isEmpty() && days.period() == null && !refused) {
            findings.add(Note.error(ProblemCode.DATE_OR_PERIOD).at(PERIOD));
        }
        known.forEach(day -> notLater(day, findings));
        for (int i = 1; i < known.size(); i++) {
            inOrder(Objects.requireNonNull(known.get(i - 1).on()), known.get(i), findings);
        }
        return periods.find(days.period(), PERIOD, findings);
    }

    /** Adds a finding unless the day comes after another, or is the same. */
    void inOrder(LocalDate first, Day then, Findings findings) {
        LocalDate on = then.on();
        if (on != null && on.isBefore(first)) {
            findings.add(Note.error(ProblemCode.DATES_REVERSED)
                    .at(then.pointer())
                    .actual(on.toString())
                    .expected("≥ " + first));
        }
    }

    /** Adds a finding when the day is yet to come. */
    void notLater(Day day, Findings findings) {
        LocalDate today = Vietnam.today(clock);
        LocalDate on = day.on();
        if (on != null && on.isAfter(today)) {
            findings.add(Note.error(ProblemCode.DATE_LATER)
                    .at(day.pointer())
                    .with("date", on)
                    .with("today", today)
                    .actual(on.toString())
                    .expected("≤ " + today));
        }
    }

    /** Adds a finding for each day that would get into a closed collection. */
    void begin(OrganizationRef organization, CaseDays days, Findings findings) {
        days.spots().forEach((what, spot) -> locks.moving(organization, null, spot.place(), spot.pointer(), findings));
    }

    /**
     * Adds a finding for each day that would get into a closed collection, or out of one, and for each counted field that
     * would change though such a collection holds the case.
     *
     * @param changed the pointers of the counted fields that change
     */
    void move(OrganizationRef organization, CaseDays from, CaseDays to, List<String> changed, Findings findings) {
        Map<String, Spot> before = from.spots();
        Map<String, Spot> after = to.spots();
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        // A petition that came and was settled in its period moves once, not twice.
        all.stream()
                .map(what -> Step.of(before.get(what), after.get(what)))
                .distinct()
                .forEach(step -> locks.moving(organization, step.from(), step.to(), step.pointer(), findings));
        if (!changed.isEmpty()) {
            keep(locks.of(organization), before.values(), changed, findings);
        }
    }

    private static void keep(OwnLocks own, Collection<Spot> spots, List<String> changed, Findings findings) {
        spots.stream()
                .map(Spot::place)
                .distinct()
                .flatMap(place -> own.locked(place).stream())
                .findFirst()
                .ifPresent(note -> changed.forEach(pointer -> findings.add(note.at(pointer))));
    }

    private record Step(@Nullable Place from, @Nullable Place to, String pointer) {
        static Step of(@Nullable Spot from, @Nullable Spot to) {
            Spot told = to == null ? Objects.requireNonNull(from) : to;
            return new Step(from == null ? null : from.place(), to == null ? null : to.place(), told.pointer());
        }
    }

    /** Adds a finding for each closed collection that one of the spots lies in; no field of the request says them. */
    void end(OrganizationRef organization, Collection<Spot> spots, Findings findings) {
        spots.stream()
                .map(Spot::place)
                .distinct()
                .flatMap(place -> locks.locked(organization, place).stream())
                .distinct()
                .forEach(findings::add);
    }
}
