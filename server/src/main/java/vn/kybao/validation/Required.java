package vn.kybao.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Measure;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.observation.ObservationKey;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.regime.RegimeDefinition;

/** Which required indicators of a regime have no figure; it refuses nothing. */
public final class Required {
    private Required() {}

    /**
     * The findings.
     *
     * @param present what there is a figure for
     * @param known the indicators, by code
     */
    public static List<Note> missing(
            RegimeDefinition regime,
            CalendarPeriod period,
            Set<ObservationKey> present,
            Map<String, IndicatorDefinition> known) {
        List<Note> notes = new ArrayList<>();
        for (RegimeDefinition.Line line : regime.lines()) {
            line.expects().stream()
                    .filter(expected -> expected.required() && expected.periodType() == period.type())
                    .filter(expected -> expected.measures().stream()
                            .map(measure -> new ObservationKey(line.indicator(), measure, ""))
                            .noneMatch(present::contains))
                    .forEach(expected -> notes.add(Note.warning(ProblemCode.REQUIRED_MISSING)
                            .with("name", name(known.get(line.indicator()), line.indicator()))
                            .expected(expected.measures().stream()
                                    .map(Measure::getValue)
                                    .sorted()
                                    .collect(Collectors.joining(", ")))
                            .evidence(List.of("/v1/indicators/" + line.indicator()))));
        }
        return notes;
    }

    private static LocalizedText name(@Nullable IndicatorDefinition indicator, String code) {
        return indicator == null ? new LocalizedText().vi(code) : indicator.name();
    }
}
