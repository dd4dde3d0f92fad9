package vn.kybao.validation;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import vn.kybao.api.model.Measure;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** A stated ratio or derived figure is what its inputs make; without them it stands as stated. */
final class Ratios implements Rule {
    private record Question(String indicator, Measure measure, String breakdown) {}

    @Override
    public void check(Case figures, Consumer<Hit> found) {
        Set<Question> asked = new HashSet<>();
        for (Touched touched : figures.touched()) {
            IndicatorDefinition own = figures.definition(touched.indicator()).orElse(null);
            if (own != null && (own.formula() != null || own.spec().ratio() != null)) {
                ask(figures, own, touched, asked, found);
            }
        }
        for (Touched touched : figures.touched()) {
            for (IndicatorDefinition made : figures.madeOf(touched.indicator())) {
                ask(figures, made, touched, asked, found);
            }
        }
    }

    private static void ask(
            Case figures, IndicatorDefinition made, Touched touched, Set<Question> asked, Consumer<Hit> found) {
        String breakdown = touched.figure().breakdown();
        if (!asked.add(new Question(made.code(), touched.measure(), breakdown))) {
            return;
        }
        Figure figure = figures.bench()
                .calculator()
                .figure(
                        figures.organization().code(),
                        made.code(),
                        figures.period(),
                        MeasureRange.atLeast(touched.measure()),
                        breakdown);
        StatedFigure stated = figure.stated();
        if (stated == null || (made.code().equals(touched.indicator()) && stated.measure() != touched.measure())) {
            return;
        }
        for (Note note : figure.notes()) {
            if (note.code() == ProblemCode.STATED_RATIO || note.code() == ProblemCode.INPUTS_MISSING) {
                found.accept(Hit.about(touched, touched.at(note.tellingOf(figure.regimes()), "/value")));
            }
        }
    }
}
