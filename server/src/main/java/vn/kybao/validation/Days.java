package vn.kybao.validation;

import java.time.LocalDate;
import java.util.function.Consumer;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** A figure is taken on a day of its period's window. */
final class Days implements Rule {
    @Override
    public void check(Case figures, Consumer<Hit> found) {
        LocalDate start = figures.window().start();
        LocalDate end = figures.window().end();
        for (Touched touched : figures.touched()) {
            LocalDate day = touched.figure().asOf();
            IndicatorDefinition indicator =
                    figures.definition(touched.indicator()).orElse(null);
            if (day != null && indicator != null && (day.isBefore(start) || day.isAfter(end))) {
                Note note = Note.warning(ProblemCode.OUTSIDE_WINDOW)
                        .with("name", indicator.name())
                        .with("day", day)
                        .with("start", start)
                        .with("end", end)
                        .actual(day.toString())
                        .expected(start + " – " + end);
                found.accept(Hit.about(touched, touched.at(note, "/asOf")));
            }
        }
    }
}
