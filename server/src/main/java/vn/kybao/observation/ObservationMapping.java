package vn.kybao.observation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Derivation;
import vn.kybao.api.model.FigurePart;
import vn.kybao.api.model.FigureSource;
import vn.kybao.api.model.Finding;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.MissingFigure;
import vn.kybao.api.model.Observation;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ValueState;
import vn.kybao.calculation.Breakdowns;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.time.Instants;

/** Figures as the wire carries them. */
@Singleton
public class ObservationMapping {
    static StatedFigure stated(ObservationRow row) {
        return new StatedFigure(
                row.id(),
                row.organization(),
                row.indicator(),
                row.period(),
                Measure.fromValue(row.measure()),
                row.breakdown(),
                row.value(),
                ValueState.fromValue(row.state()),
                Qualifier.fromValue(row.qualifier()),
                row.digits(),
                row.text(),
                row.asOf(),
                row.note(),
                row.regime(),
                row.submission(),
                row.revision(),
                row.inForceFrom(),
                row.inForceTo());
    }

    static Observation wire(
            StatedFigure figure, String unit, FigureSource source, @Nullable Integer version, List<Finding> findings) {
        return new Observation()
                .id(figure.id())
                .organization(figure.organization())
                .indicator(figure.indicator())
                .period(figure.period())
                .measure(figure.measure())
                .breakdown(Breakdowns.parse(figure.breakdown()))
                .value(figure.value())
                .unit(unit)
                .state(figure.state())
                .qualifier(figure.qualifier())
                .precision(figure.precision())
                .text(figure.text())
                .asOf(figure.asOf())
                .note(figure.note())
                .source(source)
                .regime(figure.regime())
                .submission(figure.submission())
                .revision(figure.revision())
                .inForceFrom(Instants.utc(figure.inForceFrom()))
                .inForceTo(Instants.utcOrNull(figure.inForceTo()))
                .findings(findings)
                .etag(version == null ? null : String.valueOf(version));
    }

    static Observation wire(Figure figure, String unit, List<Finding> findings) {
        return new Observation()
                .organization(figure.organization())
                .indicator(figure.indicator())
                .period(figure.period())
                .measure(figure.measure())
                .breakdown(java.util.Map.of())
                .value(figure.value())
                .unit(unit)
                .state(figure.state() == null ? ValueState.NOT_REPORTED : figure.state())
                .qualifier(Qualifier.EXACT)
                .source(FigureSource.DERIVED)
                .derivation(Objects.requireNonNullElse(figure.derivation(), Derivation.REPORTERS))
                .parts(parts(figure))
                .missing(missing(figure))
                .findings(findings);
    }

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
                        .submission(part.stated() == null ? null : part.stated().submission()))
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
}
