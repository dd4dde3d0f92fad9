package vn.kybao.observation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Derivation;
import vn.kybao.api.model.FigureSource;
import vn.kybao.api.model.Finding;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.Observation;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ValueState;
import vn.kybao.calculation.Breakdowns;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.Provenance;
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
                row.document(),
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
                .document(figure.document())
                .source(source)
                .regime(figure.regime())
                .submission(figure.submission())
                .revision(figure.revision())
                .inForceFrom(Instants.utc(figure.inForceFrom()))
                .inForceTo(Instants.utcOrNull(figure.inForceTo()))
                .findings(findings)
                .etag(version == null ? null : String.valueOf(version));
    }

    public static Observation wire(Figure figure, String unit, List<Finding> findings) {
        return new Observation()
                .organization(figure.organization())
                .indicator(figure.indicator())
                .period(figure.period())
                .measure(figure.measure())
                .breakdown(Map.of())
                .value(figure.value())
                .unit(unit)
                .state(figure.state() == null ? ValueState.NOT_REPORTED : figure.state())
                .qualifier(Qualifier.EXACT)
                .source(FigureSource.DERIVED)
                .derivation(Objects.requireNonNullElse(figure.derivation(), Derivation.REPORTERS))
                .parts(Provenance.parts(figure))
                .missing(Provenance.missing(figure))
                .findings(findings);
    }
}
