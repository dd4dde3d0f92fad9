package vn.kybao.narrative;

import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ComparisonBase;
import vn.kybao.calculation.Reference;

/** What a reference in a text asks for. */
public sealed interface Query {
    /** The indicator it names, or null. */
    @Nullable
    String indicator();

    /**
     * A figure: {@code {{sector-revenue period=previous-year}}}.
     *
     * @param reference the figure
     */
    record Figure(Reference reference) implements Query {
        @Override
        public String indicator() {
            return reference.indicator();
        }
    }

    /**
     * A change in percent: {@code {{change: sector-revenue vs=plan}}}.
     *
     * @param indicator the indicator
     * @param base what it is compared with
     * @param downwards whether the word before it says that it fell
     */
    record Change(String indicator, ComparisonBase base, boolean downwards) implements Query {}

    /**
     * A part of the plan in percent: {@code {{percent-of-plan: sector-revenue}}}.
     *
     * @param indicator the indicator
     */
    record PercentOfPlan(String indicator) implements Query {}

    /**
     * A number over rows: {@code {{tasks: completed}}}.
     *
     * @param subject the rows
     * @param name the number
     */
    record Total(Subject subject, String name) implements Query {
        @Override
        public @Nullable String indicator() {
            return null;
        }
    }
}
