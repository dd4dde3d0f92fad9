package vn.kybao.calculation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ComparisonCell;
import vn.kybao.api.model.FigurePart;
import vn.kybao.api.model.MissingFigure;

/** Where a figure comes from, as the wire carries it. */
public final class Provenance {
    private Provenance() {}

    /** What a derived figure is made of, or null. */
    public static @Nullable List<FigurePart> parts(Figure figure) {
        if (figure.parts().isEmpty()) {
            return null;
        }
        return figure.parts().stream()
                .map(part -> new FigurePart()
                        .organization(part.organization())
                        .indicator(part.indicator())
                        .period(part.period())
                        .measure(part.measure())
                        .state(part.state())
                        .value(part.value())
                        .submission(submission(part)))
                .toList();
    }

    /** What a figure waits for, or null. */
    public static @Nullable List<MissingFigure> missing(Figure figure) {
        if (figure.missing().isEmpty()) {
            return null;
        }
        return figure.missing().stream()
                .map(part -> new MissingFigure()
                        .organization(part.organization())
                        .indicator(part.indicator())
                        .period(part.period()))
                .toList();
    }

    static ComparisonCell cell(Figure figure) {
        return new ComparisonCell()
                .value(figure.value())
                .measure(figure.measure())
                .state(figure.state())
                .period(figure.period())
                .indicator(figure.indicator())
                .precision(figure.stated() == null ? null : figure.stated().precision())
                .submission(submission(figure))
                .source(figure.source())
                .derivation(figure.derivation())
                .parts(parts(figure))
                .missing(missing(figure));
    }

    /** The submission that filed it; one that is only being checked has none. */
    private static @Nullable String submission(Figure figure) {
        return figure.stated() == null || figure.stated().submission().isEmpty()
                ? null
                : figure.stated().submission();
    }
}
