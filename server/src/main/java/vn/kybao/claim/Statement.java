package vn.kybao.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ValueType;
import vn.kybao.calculation.Annex;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.claim.ClaimChecks.Ground;
import vn.kybao.claim.ClaimChecks.Placed;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.number.Money;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/**
 * A claim with what it is about.
 *
 * @param placed the claim where it stands
 * @param ground what it is held against
 * @param period the period it is about; null when that cannot be told
 * @param definition its indicator, or null
 */
record Statement(
        Placed placed,
        Ground ground,
        @Nullable CalendarPeriod period,
        @Nullable IndicatorDefinition definition) {

    static Statement of(Ground ground, Placed placed) {
        Claim claim = placed.claim();
        String period = claim.getPeriod();
        boolean own = period == null || period.equals(placed.period().code());
        CalendarPeriod about =
                own ? placed.period() : CalendarPeriod.parse(period).orElse(null);
        String indicator = claim.getIndicator();
        return new Statement(
                placed,
                ground,
                about,
                indicator == null ? null : ground.bench().definitions().get(indicator));
    }

    Claim claim() {
        return placed.claim();
    }

    /**
     * What it states; empty when it has no value or is about nothing known. A plan that names another period looks back: no
     * telling whether it means what was planned for it or what was reached.
     */
    Optional<Stated> stated() {
        BigDecimal value = claim().getValue();
        return value == null || period == null || definition == null || looksBack()
                ? Optional.empty()
                : Optional.of(new Stated(this, value, period, definition));
    }

    private boolean looksBack() {
        return placed.planned()
                && period != null
                && !period.code().equals(placed.period().code());
    }

    /** The finding of a code about it. */
    Note warning(ProblemCode code) {
        Note note = Note.warning(code).actual(claim().getText());
        if (definition != null) {
            note = note.with("name", definition.name());
        }
        return period == null ? note : note.with("period", period.code());
    }

    /**
     * A statement that can be held against figures.
     *
     * @param statement the statement
     * @param value what it states
     * @param period when
     * @param definition of what
     */
    record Stated(Statement statement, BigDecimal value, CalendarPeriod period, IndicatorDefinition definition) {

        Annex annex() {
            Ground ground = statement.ground();
            return new Annex(ground.bench().source(), ground.bench().calculator(), ground.organization(), period);
        }

        /** The figure in force, or in a plan the planned one. */
        Figure figure() {
            return statement.placed().planned()
                    ? annex().planned(definition.spec())
                    : annex().current(definition.spec());
        }

        String unit() {
            return Objects.requireNonNullElse(
                    statement.claim().getUnit(), definition.unit().getCode());
        }

        Agreement agreement() {
            Qualifier qualifier = Objects.requireNonNullElse(statement.claim().getQualifier(), Qualifier.EXACT);
            int digits = Precision.of(statement.claim(), value, definition.valueType(), unit());
            return new Agreement(value, digits, qualifier);
        }

        /** A figure of the indicator in the unit of the statement; null when there is no way from one to the other. */
        @Nullable
        BigDecimal inUnit(BigDecimal figure) {
            String own = definition.unit().getCode();
            boolean percent = unit().equals(Quantity.PERCENT) && definition.valueType() == ValueType.PERCENT;
            return unit().equals(own) || percent ? figure : Money.convert(figure, own, unit());
        }

        /** The finding of a code about it and figures, with links to them. */
        Note warning(ProblemCode code, Figure... figures) {
            List<String> links = new ArrayList<>();
            links.add("/v1/indicators/" + definition.code());
            Set<String> regimes = new TreeSet<>();
            for (Figure figure : figures) {
                link(figure, links);
                regimes.addAll(figure.regimes());
            }
            return statement.warning(code).evidence(links).tellingOf(regimes);
        }

        /** What was filed itself, or what a derived figure is made of. */
        private static void link(Figure figure, List<String> links) {
            StatedFigure stated = figure.stated();
            if (stated != null && !stated.id().isEmpty()) {
                links.add("/v1/observations/" + stated.id());
            }
            figure.parts().forEach(part -> link(part, links));
        }
    }
}
