package vn.kybao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ClaimKind;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.StatedTotal;
import vn.kybao.claim.Numeral.Shape;

/**
 * {@code hoàn thành 25/27 nhiệm vụ được giao}: two figures, where what was done and what had come in are both named near.
 * Named alone, neither is taken: the text may count by another register.
 */
final class Fractions {
    private static final int NEAR = 15;
    private static final Set<StatedTotal> DONE =
            Set.of(StatedTotal.TASKS_COMPLETED, StatedTotal.TASKS_ON_TIME, StatedTotal.PETITIONS_RESOLVED);
    private static final Set<StatedTotal> CAME_IN = Set.of(StatedTotal.TASKS_RECEIVED, StatedTotal.PETITIONS_RECEIVED);
    private static final List<List<String>> DONE_WORDS = List.of(
            List.of("hoan", "thanh"),
            List.of("giai", "quyet"),
            List.of("xu", "li"),
            List.of("dung", "han"),
            List.of("dung", "hen"));
    private static final List<List<String>> CAME_IN_WORDS =
            List.of(List.of("tiep", "nhan"), List.of("duoc", "giao"), List.of("phai"), List.of("tong", "so"));

    private final Reading reading;
    private final Passage passage;
    private final Quantities quantities;

    Fractions(Reading reading) {
        this.reading = reading;
        this.passage = reading.passage();
        this.quantities = reading.quantities();
    }

    void read(Numeral numeral) {
        Indicator done = null;
        Indicator cameIn = null;
        for (Mention mention : near(numeral)) {
            for (Name name : mention.names()) {
                Indicator indicator = name.indicator();
                boolean counts = quantities.endOfUnit(numeral.end(), indicator) > 0;
                if (counts && done == null && is(indicator, DONE, DONE_WORDS)) {
                    done = indicator;
                } else if (counts && cameIn == null && is(indicator, CAME_IN, CAME_IN_WORDS)) {
                    cameIn = indicator;
                }
            }
        }
        if (done != null && cameIn != null) {
            int end = quantities.endOfUnit(numeral.end(), cameIn);
            claim(numeral.first(), numeral.first() + 1, done);
            claim(numeral.second(), end, cameIn);
        }
    }

    private List<Mention> near(Numeral numeral) {
        List<Mention> near = new ArrayList<>();
        for (int i = numeral.end(); i < numeral.end() + 3 && passage.goesOn(i); i++) {
            add(passage.mention(i), near);
        }
        for (int i = numeral.first() - 1; i > numeral.first() - NEAR && passage.goesOn(i); i--) {
            if (passage.numeral(i) != null) {
                break;
            }
            add(passage.mention(i), near);
            add(passage.rest(i), near);
        }
        return near;
    }

    private void add(@Nullable Mention mention, List<Mention> near) {
        if (mention != null && !near.contains(mention) && !reading.subjects().isTaken(mention)) {
            near.add(mention);
        }
    }

    private static boolean is(Indicator indicator, Set<StatedTotal> totals, List<List<String>> words) {
        if (indicator.getStates() != null) {
            return totals.contains(indicator.getStates());
        }
        List<String> name = Lexer.read(indicator.getName().getVi()).stream()
                .map(Token::letters)
                .toList();
        return words.stream().anyMatch(known -> java.util.Collections.indexOfSubList(name, known) >= 0);
    }

    private void claim(int first, int end, Indicator indicator) {
        Numeral number = new Numeral(first, first + 1, Shape.FIGURE, passage.start(first));
        Quantity quantity = new Quantity(indicator.getUnit().getCode(), end, end > first + 1);
        quantities
                .read(number, quantity, indicator)
                .ifPresent(read -> reading.claim(
                                ClaimKind.VALUE,
                                number.start(),
                                passage.stop(first + 1),
                                passage.stop(end),
                                read,
                                quantity.unit())
                        .indicator(indicator.getCode()));
    }
}
