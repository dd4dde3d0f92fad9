package vn.kybao.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.FigureSource;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ValueType;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.claim.Statement.Stated;
import vn.kybao.problem.Language;
import vn.kybao.problem.Note;
import vn.kybao.problem.Numbers;
import vn.kybao.problem.ProblemCode;
import vn.kybao.validation.Magnitude;

/** Figures and shares that a text states, beside those in force. */
final class FigureClaims {

    List<Note> value(Statement statement) {
        return statement
                .stated()
                .flatMap(stated -> misread(stated).or(() -> against(stated)))
                .map(List::of)
                .orElse(List.of());
    }

    /** A claim that states another number than its own text, or one in a unit that the indicator has no way to. */
    private static Optional<Note> misread(Stated stated) {
        String text = stated.statement().claim().getText();
        BigDecimal printed = Precision.read(text, stated.definition().valueType(), stated.unit());
        if (printed != null && printed.abs().compareTo(stated.value().abs()) != 0) {
            return Optional.of(stated.warning(ProblemCode.CLAIM_DIFFERS)
                    .with("variant", "text")
                    .with("found", stated.value())
                    .expected(Numbers.in(Language.VI, printed)));
        }
        if (stated.inUnit(BigDecimal.ONE) == null) {
            return Optional.of(stated.warning(ProblemCode.CLAIM_DIFFERS)
                    .with("variant", "unit")
                    .with("unit", stated.definition().unit().getName())
                    .expected(stated.definition().unit().getCode()));
        }
        return Optional.empty();
    }

    List<Note> share(Statement statement, ChangeClaims changes) {
        List<Note> notes = new ArrayList<>();
        if (statement.claim().getBase() != null) {
            return changes.part(statement);
        }
        boolean known = statement.definition() != null && statement.definition().denominatorKnown();
        if (statement.claim().getDenominator() == null && !known) {
            notes.add(statement.warning(ProblemCode.DENOMINATOR_NAMED).with("variant", "text"));
        }
        notes.addAll(value(statement));
        return notes;
    }

    /** What differs from the figure in force; empty when it agrees, and when there is none to compare with. */
    private static Optional<Note> against(Stated stated) {
        Figure figure = stated.figure();
        BigDecimal value = figure.value();
        BigDecimal found = value == null ? null : stated.inUnit(value);
        if (value == null || found == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> jump = isBounded(stated) ? Optional.empty() : Magnitude.jump(stated.value(), found);
        if (jump.isPresent()) {
            return Optional.of(jump(stated, figure, value, jump.get()));
        }
        return agrees(stated, figure, found) ? Optional.empty() : Optional.of(differs(stated, figure, value));
    }

    private static boolean isBounded(Stated stated) {
        ValueType type = stated.definition().valueType();
        return type == ValueType.PERCENT || type == ValueType.RANK;
    }

    /** A figure that was filed as "more than 45" does not say that 52 is wrong. */
    private static boolean agrees(Stated stated, Figure figure, BigDecimal found) {
        Agreement claimed = stated.agreement();
        StatedFigure filed = figure.stated();
        if (claimed.holds(found)) {
            return true;
        }
        return filed != null
                && figure.source() != FigureSource.DERIVED
                && filed.qualifier() != Qualifier.EXACT
                && new Agreement(found, Math.max(0, found.scale()), filed.qualifier()).holds(stated.value());
    }

    private static Note jump(Stated stated, Figure figure, BigDecimal value, BigDecimal factor) {
        boolean larger = Objects.requireNonNull(stated.inUnit(value))
                        .abs()
                        .compareTo(stated.value().abs())
                < 0;
        return told(stated.warning(ProblemCode.MAGNITUDE_JUMP, figure), stated, value)
                .with("variant", larger ? "claim-larger" : "claim-smaller")
                .with("base", value)
                .with("factor", factor);
    }

    private static Note differs(Stated stated, Figure figure, BigDecimal value) {
        return told(stated.warning(ProblemCode.CLAIM_DIFFERS, figure), stated, value)
                .with("found", value);
    }

    private static Note told(Note note, Stated stated, BigDecimal value) {
        return note.with("unit", stated.definition().unit().getName())
                .expected(Numbers.in(Language.VI, value) + " "
                        + stated.definition().unit().getName().getVi());
    }

    /** The figure in force beside a statement, in its unit; null when there is none. */
    static @Nullable BigDecimal figure(Stated stated) {
        BigDecimal value = stated.figure().value();
        return value == null ? null : stated.inUnit(value);
    }
}
