package vn.kybao.task;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.StatedTotal;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.total.Reach;
import vn.kybao.total.Total;

/**
 * The tasks of one organization's period, counted on a day.
 *
 * @param organization who was to do them
 * @param period the period
 * @param reach the days they are counted over
 * @param day the day they are counted on
 * @param counted what the rows give
 * @param totals those numbers that may be stated, beside what was
 */
public record TaskTally(
        OrganizationRef organization,
        CalendarPeriod period,
        Reach reach,
        LocalDate day,
        Counts counted,
        Map<StatedTotal, Total> totals) {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /**
     * Numbers of tasks. What is received is either completed or open, and by no other way a task leaves it but by being
     * cancelled; so all sums hold whatever the rows are.
     *
     * @param carriedOver were owed before the period and not done
     * @param assigned came in the period
     * @param onTime done by their deadline
     * @param late done after it
     * @param noDeadline done, and had none
     * @param overdue not done, though their deadline has passed
     * @param cancelled were cancelled in the period
     */
    public record Counts(
            long carriedOver, long assigned, long onTime, long late, long noDeadline, long overdue, long cancelled) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

        public long received() {
            return carriedOver + assigned;
        }

        public long completed() {
            return onTime + late + noDeadline;
        }

        public long open() {
            return received() - completed();
        }

        public long inProgress() {
            return open() - overdue;
        }

        Counts plus(Counts other) {
            return new Counts(
                    carriedOver + other.carriedOver,
                    assigned + other.assigned,
                    onTime + other.onTime,
                    late + other.late,
                    noDeadline + other.noDeadline,
                    overdue + other.overdue,
                    cancelled + other.cancelled);
        }
    }

    /**
     * A number as it is printed.
     *
     * @param value the number; null for a rate of nothing, and for what the reader may not read
     * @param stated whether it was stated rather than counted
     * @param evidence links to where it comes from
     */
    public record Printed(@Nullable BigDecimal value, boolean stated, List<String> evidence) {}

    /** What is printed for a number: what was stated for it, else what is counted. */
    public Printed printed(TaskNumber number) {
        return switch (number) {
            case CARRIED_OVER -> counted(counted.carriedOver());
            case ASSIGNED -> counted(counted.assigned());
            case LATE -> counted(counted.late());
            case OPEN -> less(TaskNumber.RECEIVED, TaskNumber.COMPLETED, counted.open());
            case IN_PROGRESS -> less(TaskNumber.OPEN, TaskNumber.OVERDUE, counted.inProgress());
            case RATE -> rate();
            case RECEIVED, COMPLETED, ON_TIME, OVERDUE -> printed(totals.get(number.stated()));
        };
    }

    /** Where the counts are to be seen. */
    public String link() {
        return "/v1/tasks/statistics?organization=" + organization.code() + "&period=" + period.code() + reach.query()
                + "&asOf=" + day;
    }

    /** A part in percent of a whole, half up to one decimal; null over zero. */
    static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }

    /** Of the two numbers as they are printed beside it. */
    private Printed rate() {
        Printed part = printed(TaskNumber.COMPLETED);
        Printed whole = printed(TaskNumber.RECEIVED);
        BigDecimal percent =
                part.value() == null || whole.value() == null ? null : percent(part.value(), whole.value());
        return new Printed(percent, part.stated() && whole.stated(), evidence(whole, part));
    }

    private static List<String> evidence(Printed whole, Printed part) {
        return Stream.concat(whole.evidence().stream(), part.evidence().stream())
                .distinct()
                .toList();
    }

    /**
     * What is left of a number, so that the three of them add up in print whether they were stated or counted; nothing
     * where a part is more than the whole.
     */
    private Printed less(TaskNumber all, TaskNumber part, long rows) {
        Printed whole = printed(all);
        Printed taken = printed(part);
        if (whole.value() == null || taken.value() == null) {
            return new Printed(null, false, List.of());
        }
        if (!whole.stated() && !taken.stated()) {
            return counted(rows);
        }
        BigDecimal left = whole.value().subtract(taken.value());
        return new Printed(left.signum() < 0 ? null : left, true, evidence(whole, taken));
    }

    private Printed counted(long number) {
        return new Printed(BigDecimal.valueOf(number), false, List.of(link()));
    }

    private Printed printed(@Nullable Total total) {
        if (total == null) {
            throw new IllegalStateException("every total that may be stated is counted");
        }
        if (total.withheld()) {
            return new Printed(null, false, List.of());
        }
        boolean stated = total.stated() != null;
        return new Printed(total.printed(), stated, stated ? total.evidence() : List.of(link()));
    }
}
