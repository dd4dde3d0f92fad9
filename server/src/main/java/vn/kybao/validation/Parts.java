package vn.kybao.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ValueType;
import vn.kybao.calculation.Breakdowns;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.contract.Decimals;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.indicator.IndicatorDefinition.Breakdown;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/**
 * Exhaustive parts make the total: exactly, or for ratios within half a unit in the last place for each part. Says
 * nothing while a part is missing or any of them is only about so much.
 */
final class Parts implements Rule {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** One total with the parts that one dimension splits it into. */
    private record Group(String indicator, Measure measure, String total, String dimension) {}

    @Override
    public void check(Case figures, Consumer<Hit> found) {
        Set<Group> seen = new HashSet<>();
        for (Touched touched : figures.touched()) {
            IndicatorDefinition indicator =
                    figures.definition(touched.indicator()).orElse(null);
            if (indicator == null || indicator.valueType() == ValueType.RANK) {
                continue;
            }
            for (Breakdown dimension : indicator.breakdowns()) {
                if (dimension.exhaustive() && !dimension.codes().isEmpty()) {
                    Group group = group(touched, dimension);
                    if (seen.add(group)) {
                        check(figures, indicator, dimension, group, found);
                    }
                }
            }
        }
    }

    private static Group group(Touched touched, Breakdown dimension) {
        Map<String, String> total = Breakdowns.parse(touched.figure().breakdown());
        total.remove(dimension.dimension());
        return new Group(touched.indicator(), touched.measure(), Breakdowns.canonical(total), dimension.dimension());
    }

    private static void check(
            Case figures, IndicatorDefinition indicator, Breakdown dimension, Group group, Consumer<Hit> found) {
        StatedFigure total = figures.stated(group.indicator(), group.measure(), group.total());
        List<StatedFigure> parts = parts(figures, dimension, group);
        if (total == null || total.value() == null || parts.isEmpty() || !isExact(total, parts)) {
            return;
        }
        BigDecimal sum = parts.stream()
                .map(StatedFigure::value)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean ratio = indicator.kind() == IndicatorKind.RATIO
                || indicator.valueType() == ValueType.RATIO
                || indicator.valueType() == ValueType.PERCENT;
        BigDecimal tolerance = ratio ? tolerance(total, parts) : BigDecimal.ZERO;
        if (sum.subtract(total.value()).abs().compareTo(tolerance) <= 0) {
            return;
        }
        Note note = (ratio ? Note.warning(ProblemCode.ADDITIVE_DENSITIES) : Note.error(ProblemCode.PARTS_EQUAL_TOTAL))
                .with("name", indicator.name())
                .with("stated", total.value())
                .with("found", sum)
                .with("count", String.valueOf(parts.size()))
                .with("tolerance", tolerance)
                .actual(Decimals.plain(total.value()))
                .expected(Decimals.plain(sum))
                .evidence(List.of("/v1/indicators/" + indicator.code()))
                .tellingOf(Stream.concat(Stream.of(total), parts.stream())
                        .map(StatedFigure::regime)
                        .toList());
        report(figures, group, total, parts, note, found);
    }

    /** The figures of all parts; none when one is missing. */
    private static List<StatedFigure> parts(Case figures, Breakdown dimension, Group group) {
        List<StatedFigure> parts = new ArrayList<>();
        for (String code : dimension.codes()) {
            Map<String, String> breakdown = Breakdowns.parse(group.total());
            breakdown.put(dimension.dimension(), code);
            StatedFigure part = figures.stated(group.indicator(), group.measure(), Breakdowns.canonical(breakdown));
            if (part == null) {
                return List.of();
            }
            parts.add(part);
        }
        return parts;
    }

    private static boolean isExact(StatedFigure total, List<StatedFigure> parts) {
        return total.qualifier() == Qualifier.EXACT
                && parts.stream().allMatch(part -> part.qualifier() == Qualifier.EXACT);
    }

    private static BigDecimal tolerance(StatedFigure total, List<StatedFigure> parts) {
        int places = digits(total);
        for (StatedFigure part : parts) {
            places = Math.min(places, digits(part));
        }
        return HALF.movePointLeft(places).multiply(BigDecimal.valueOf(parts.size()));
    }

    private static int digits(StatedFigure figure) {
        return figure.precision() == null ? Integer.MAX_VALUE / 2 : figure.precision();
    }

    /** At the total when it was sent, else at the first part that was. */
    private static void report(
            Case figures, Group group, StatedFigure total, List<StatedFigure> parts, Note note, Consumer<Hit> found) {
        List<Touched> rows = new ArrayList<>();
        add(figures, group, total, rows);
        parts.forEach(part -> add(figures, group, part, rows));
        found.accept(Hit.about(Touched.first(rows), Touched.first(rows).at(note, "/value"), rows));
    }

    private static void add(Case figures, Group group, StatedFigure figure, List<Touched> rows) {
        @Nullable Touched touched = figures.touched(group.indicator(), group.measure(), figure.breakdown());
        if (touched != null) {
            rows.add(touched);
        }
    }
}
