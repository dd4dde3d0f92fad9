package vn.kybao.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Qualifier;
import vn.kybao.contract.Decimals;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** What is doubtful about a filed figure in the light of what can be calculated. */
final class Stated {
    private Stated() {}

    /** The sum over reporters bears another value than the organization's own figure. */
    static List<Note> againstSum(StatedFigure own, Figure sum, FigureSpec spec) {
        if (sum.value() == null || own.value() == null || own.value().compareTo(sum.value()) == 0) {
            return List.of();
        }
        return List.of(Note.error(ProblemCode.PARTS_EQUAL_TOTAL)
                .with("variant", "reporters")
                .with("name", spec.name())
                .with("stated", own.value())
                .with("found", sum.value())
                .actual(Decimals.plain(own.value()))
                .expected(Decimals.plain(sum.value()))
                .evidence(evidence(own, sum.parts())));
    }

    /**
     * The filed figure is not the calculated one at the precision it was printed with. Says whether the digits were cut
     * off instead of rounded; only an exact figure can be wrong by that little.
     */
    static List<Note> againstExact(StatedFigure own, BigDecimal exact, FigureSpec spec, List<Figure> inputs) {
        if (own.value() == null || own.qualifier() != Qualifier.EXACT) {
            return List.of();
        }
        int precision = own.precision() == null ? spec.decimals() : own.precision();
        BigDecimal rounded = exact.setScale(precision, RoundingMode.HALF_UP);
        if (own.value().compareTo(rounded) == 0) {
            return List.of();
        }
        boolean truncated = own.value().compareTo(exact.setScale(precision, RoundingMode.DOWN)) == 0;
        return List.of(Note.warning(ProblemCode.STATED_RATIO)
                .with("variant", truncated ? "truncated" : "none")
                .with("name", spec.name())
                .with("stated", own.value())
                .with("exact", shown(exact, precision, rounded))
                .with("found", rounded)
                .actual(Decimals.plain(own.value()))
                .expected(Decimals.plain(rounded))
                .evidence(evidence(own, inputs)));
    }

    /** One digit more than was printed, or as many as it takes not to round to another figure. */
    private static BigDecimal shown(BigDecimal exact, int precision, BigDecimal rounded) {
        int digits = precision + 1;
        BigDecimal shown = exact.setScale(digits, RoundingMode.HALF_UP);
        while (shown.setScale(precision, RoundingMode.HALF_UP).compareTo(rounded) != 0) {
            digits++;
            shown = exact.setScale(digits, RoundingMode.HALF_UP);
        }
        return shown;
    }

    /** The filed figure stands for a derived one, some of whose inputs are not there. */
    static Note withoutInputs(StatedFigure own, FigureSpec spec, List<LocalizedText> missing, List<String> codes) {
        List<String> links = new ArrayList<>(evidence(own, List.of()));
        codes.forEach(code -> links.add("/v1/indicators/" + code));
        return Note.warning(ProblemCode.INPUTS_MISSING)
                .with("name", spec.name())
                .with("missing", missing)
                .expected(String.join(", ", codes))
                .evidence(links);
    }

    /** Links to figures that are in force; one that is only being filed has no address yet. */
    private static List<String> evidence(StatedFigure own, List<Figure> parts) {
        List<String> links = new ArrayList<>();
        link(own, links);
        parts.stream().map(Figure::stated).filter(Objects::nonNull).forEach(part -> link(part, links));
        return links;
    }

    private static void link(StatedFigure figure, List<String> links) {
        if (!figure.id().isEmpty()) {
            links.add("/v1/observations/" + figure.id());
        }
    }
}
