package vn.kybao.task;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.StatedTotal;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.contract.Decimals;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.total.StatedTotals.Stated;
import vn.kybao.total.Total;

/** Stated totals that cannot both be right: a part of something that is more than the whole. */
final class Plausibility {
    private static final List<Pair> PAIRS = List.of(
            new Pair(StatedTotal.TASKS_COMPLETED, StatedTotal.TASKS_RECEIVED),
            new Pair(StatedTotal.TASKS_ON_TIME, StatedTotal.TASKS_COMPLETED),
            new Pair(StatedTotal.TASKS_OVERDUE, StatedTotal.TASKS_RECEIVED));

    private Plausibility() {}

    private record Pair(StatedTotal part, StatedTotal whole) {}

    static List<Note> of(Map<StatedTotal, Total> totals) {
        return PAIRS.stream()
                .map(pair -> check(totals.get(pair.part()), totals.get(pair.whole())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Note> check(@Nullable Total part, @Nullable Total whole) {
        Stated some = part == null ? null : part.stated();
        Stated all = whole == null ? null : whole.stated();
        if (part == null || whole == null || some == null || all == null || !some.isSameDays(all)) {
            return Optional.empty();
        }
        BigDecimal found = Objects.requireNonNull(some.figure().value());
        BigDecimal limit = Objects.requireNonNull(all.figure().value());
        if (found.compareTo(limit) <= 0 || isLoose(some, Qualifier.AT_LEAST) || isLoose(all, Qualifier.AT_MOST)) {
            return Optional.empty();
        }
        Set<String> regimes = new TreeSet<>(some.figure().regimes());
        regimes.addAll(all.figure().regimes());
        List<String> evidence = new ArrayList<>(part.evidence());
        evidence.addAll(whole.evidence());
        return Optional.of(Note.error(ProblemCode.DONE_WITHIN_RECEIVED)
                .with("name", some.indicator().name())
                .with("found", found)
                .with("base", all.indicator().name())
                .with("stated", limit)
                .actual(Decimals.plain(found))
                .expected("≤ " + Decimals.plain(limit))
                .evidence(evidence)
                .tellingOf(regimes));
    }

    /** "Ít nhất 45" is more than 44 whatever it is, "khoảng 45" may be less. */
    private static boolean isLoose(Stated stated, Qualifier harmless) {
        StatedFigure filed = stated.figure().stated();
        Qualifier qualifier = filed == null ? Qualifier.EXACT : filed.qualifier();
        return qualifier != Qualifier.EXACT && qualifier != harmless;
    }
}
