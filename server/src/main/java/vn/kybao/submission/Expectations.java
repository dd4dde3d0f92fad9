package vn.kybao.submission;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.SubmissionValue;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.indicator.IndicatorDefinition.Breakdown;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.Texts;
import vn.kybao.regime.RegimeDefinition;

/** Whether a regime takes a value: its indicator in this type of period, its measure and its breakdown. */
final class Expectations {
    private final Filing filing;
    private final Findings findings;
    private final Texts texts;

    Expectations(Filing filing, Findings findings, Texts texts) {
        this.filing = filing;
        this.findings = findings;
        this.texts = texts;
    }

    void check(SubmissionValue value, int index, IndicatorDefinition indicator) {
        Measure measure = value.getMeasure();
        RegimeDefinition regime = filing.regime();
        if (regime == null || filing.period() == null) {
            return;
        }
        var expected = regime.expected(indicator.code(), filing.period().type());
        if (expected.isEmpty()) {
            findings.add(ValueChecks.at(Note.error(ProblemCode.NOT_EXPECTED), value, index, "indicator")
                    .with("regime", regime.code())
                    .with("name", indicator.name())
                    .actual(indicator.code()));
        } else if (measure != null && !expected.get().measures().contains(measure)) {
            List<Measure> takes = expected.get().measures().stream().sorted().toList();
            findings.add(ValueChecks.at(Note.error(ProblemCode.NOT_EXPECTED), value, index, "measure")
                    .with("variant", "measure")
                    .with("regime", regime.code())
                    .with("name", indicator.name())
                    .with("measure", label(measure))
                    .with("measures", takes.stream().map(this::label).toList())
                    .actual(measure.getValue())
                    .expected(takes.stream().map(Measure::getValue).collect(Collectors.joining(", "))));
        } else {
            Map<String, String> breakdown = Objects.requireNonNullElse(value.getBreakdown(), Map.of());
            breakdown.forEach((dimension, code) ->
                    breakdown(value, index, indicator, new Part(expected.get().breakdowns(), dimension, code)));
        }
    }

    /** One entry of a breakdown beside the dimensions that the regime takes. */
    private record Part(Collection<String> taken, String dimension, String code) {}

    private void breakdown(SubmissionValue value, int index, IndicatorDefinition indicator, Part part) {
        Collection<String> taken = part.taken();
        String dimension = part.dimension();
        String code = part.code();
        Optional<Breakdown> split = indicator.breakdowns().stream()
                .filter(b -> b.dimension().equals(dimension) && taken.contains(dimension))
                .findFirst();
        if (split.isPresent() && split.get().takes(code)) {
            return;
        }
        Note note = ValueChecks.at(Note.error(ProblemCode.UNKNOWN_BREAKDOWN), value, index, "breakdown/" + dimension)
                .with("name", indicator.name())
                .actual(dimension + "=" + code);
        if (split.isPresent()) {
            findings.add(note.with("variant", "code")
                    .with("dimension", dimension)
                    .with("code", code)
                    .expected(String.join(", ", new TreeSet<>(split.get().codes()))));
        } else if (taken.isEmpty()) {
            findings.add(note.with("variant", "none"));
        } else {
            findings.add(note.expected(taken.stream().sorted().collect(Collectors.joining(", "))));
        }
    }

    private LocalizedText label(Measure measure) {
        return texts.both("Measure." + measure.getValue());
    }
}
