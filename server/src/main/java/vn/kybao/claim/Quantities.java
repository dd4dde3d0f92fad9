package vn.kybao.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.ValueType;
import vn.kybao.claim.Numeral.Shape;
import vn.kybao.number.Money;
import vn.kybao.number.NumberReader;
import vn.kybao.number.PrintedNumber;

/** Reads numbers of a text with their units and qualifiers, by the one reader of numbers. */
final class Quantities {
    private static final int BILLION = 9;
    private static final int MILLION = 6;
    private static final int MOST_DECIMALS = 4;
    private static final int MOST_QUALIFYING_WORDS = 3;

    private final Passage passage;
    private final Map<String, List<List<Spelling>>> units = new HashMap<>();
    private final Map<String, List<Spelling>> things = new HashMap<>();

    Quantities(Passage passage) {
        this.passage = passage;
    }

    /** The end of the percent sign or words behind a number, or -1; percentage points are no percentage. */
    int endOfPercent(Numeral numeral) {
        int at = numeral.end();
        int end = -1;
        if (passage.isSign(at, "%")) {
            end = at + 1;
        } else if (passage.role(at) == Role.PERCENT) {
            end = at + 2;
        }
        boolean points =
                end > 0 && passage.goesOn(end) && passage.token(end).letters().equals("diem");
        return points ? -1 : end;
    }

    boolean isPoints(Numeral numeral) {
        return passage.role(numeral.end()) == Role.POINTS
                || (passage.isSign(numeral.end(), "%") && endOfPercent(numeral) < 0);
    }

    /** The number as a figure of the indicator; null when its unit says that it is none. */
    @Nullable
    Quantity of(Numeral numeral, Indicator indicator) {
        int percent = endOfPercent(numeral);
        if (percent > 0 || isPercent(indicator) || isPoints(numeral)) {
            return percent > 0 && isPercent(indicator) ? new Quantity(Quantity.PERCENT, percent, true) : null;
        }
        int scale = endOfScale(numeral.end());
        boolean dong = passage.role(scale) == Role.DONG;
        if (Money.shift(indicator.getUnit().getCode()) != null) {
            return money(numeral, scale, dong);
        }
        return dong ? null : counted(numeral, scale, indicator);
    }

    static boolean isPercent(Indicator indicator) {
        return indicator.getValueType() == ValueType.PERCENT
                || indicator.getUnit().getCode().equals(Quantity.PERCENT);
    }

    int endOfScale(int at) {
        int end = at;
        while (passage.role(end) == Role.SCALE && passage.mention(end) == null) {
            end++;
        }
        return end;
    }

    private @Nullable Quantity money(Numeral numeral, int scale, boolean dong) {
        int end = dong ? endOfWording(scale) : scale;
        boolean thing = !dong && passage.goesOn(scale) && passage.isContent(scale);
        if (end == numeral.end() || thing) {
            return null;
        }
        PrintedNumber one = NumberReader.read("1 " + passage.text(numeral.end(), end), ValueType.MONEY, "vnd");
        BigDecimal value = one.value();
        return value == null ? null : new Quantity(unitOfMoney(value.precision() - 1), end, true);
    }

    /** The unit that is printed: thousands of billions are counted in billions, thousands in đồng. */
    private static String unitOfMoney(int zeros) {
        if (zeros >= BILLION) {
            return "billion-vnd";
        }
        return zeros >= MILLION ? "million-vnd" : "vnd";
    }

    private int endOfWording(int at) {
        Lexicon.Found found = passage.wording(at);
        return found == null ? at : found.end();
    }

    private @Nullable Quantity counted(Numeral numeral, int scale, Indicator indicator) {
        String code = indicator.getUnit().getCode();
        int end = endOfUnit(scale, indicator);
        if (end > 0) {
            // Per hundred inhabitants is another unit than the one counted.
            boolean per = passage.isSign(end, "/");
            return per ? null : new Quantity(code, end, true);
        }
        return numeral.shape() == Shape.YEAR_LIKE || namesAThing(scale) ? null : new Quantity(code, scale, false);
    }

    /** Whether what follows a number says what is counted. */
    private boolean namesAThing(int at) {
        if (!passage.goesOn(at)) {
            return false;
        }
        Token next = passage.token(at);
        return switch (next.kind()) {
            case WORD -> passage.isContent(at) || next.glued();
            case SIGN -> next.isSign("/°%") || next.sign() == '\u0001';
            default -> true;
        };
    }

    /** Past the words of the indicator's unit, or -1 when other words stand there. */
    int endOfUnit(int at, Indicator indicator) {
        for (List<Spelling> unit : units.computeIfAbsent(indicator.getCode(), code -> units(indicator))) {
            int end = endOf(at, unit);
            if (end > 0) {
                return end;
            }
        }
        return endOfThing(at, things.computeIfAbsent(indicator.getCode(), code -> Names.thing(indicator)));
    }

    /** Past what is counted, by the words that the indicator's name begins with: {@code 1.234 lao động}. */
    private int endOfThing(int at, List<Spelling> thing) {
        int end = at;
        for (Spelling word : thing) {
            Spelling written = passage.goesOn(end) ? passage.token(end).spelling() : null;
            if (written == null || !written.agrees(word) || (passage.role(end) != null && !passage.isContent(end))) {
                break;
            }
            end++;
        }
        return end - at >= Math.min(2, thing.size()) && end > at ? end : -1;
    }

    private static List<List<Spelling>> units(Indicator indicator) {
        List<List<Spelling>> units = new ArrayList<>();
        List<String> names = new ArrayList<>();
        names.add(indicator.getUnit().getName().getVi());
        if (indicator.getUnit().getName().getEn() != null) {
            names.add(indicator.getUnit().getName().getEn());
        }
        names.add(indicator.getUnit().getCode());
        for (String name : names) {
            List<Spelling> words = new ArrayList<>();
            for (Token token : Lexer.read(name)) {
                if (token.spelling() != null) {
                    words.add(token.spelling());
                }
            }
            if (!words.isEmpty()) {
                units.add(words);
            }
        }
        units.sort(
                Comparator.comparingInt((List<Spelling> words) -> words.size()).reversed());
        return units;
    }

    private int endOf(int at, List<Spelling> unit) {
        int i = at;
        for (Spelling word : unit) {
            while (i > at && passage.isSign(i, "/-.,")) {
                i++;
            }
            if (!passage.goesOn(i)) {
                return -1;
            }
            Spelling written = passage.token(i).spelling();
            if (written == null || !written.agrees(word)) {
                return -1;
            }
            i++;
        }
        return i;
    }

    /** What a number says with its unit, the words before it and those behind it taken along; empty when unreadable. */
    Optional<PrintedNumber> read(Numeral numeral, Quantity quantity, Indicator indicator) {
        return read(
                numeral,
                quantity,
                indicator.getValueType(),
                Objects.requireNonNullElse(indicator.getDecimals(), MOST_DECIMALS));
    }

    /** A percentage of whatever. */
    Optional<PrintedNumber> readPercent(Numeral numeral, int end) {
        return read(numeral, new Quantity(Quantity.PERCENT, end, true), ValueType.PERCENT, MOST_DECIMALS);
    }

    private Optional<PrintedNumber> read(Numeral numeral, Quantity quantity, ValueType type, int decimals) {
        int lead = lead(numeral);
        String printed = passage.between(numeral.start(), passage.stop(quantity.end()));
        if (passage.role(quantity.end()) == Role.BOUND) {
            printed += " " + passage.text(quantity.end(), quantity.end() + 2);
        }
        for (int first = firstQualifying(numeral, lead); first < lead; first++) {
            PrintedNumber number =
                    NumberReader.read(passage.text(first, lead) + " " + printed, type, decimals, quantity.unit());
            if (number.value() != null && !number.isRefused()) {
                return Optional.of(number);
            }
        }
        PrintedNumber number = NumberReader.read(printed, type, decimals, quantity.unit());
        return Optional.of(number).filter(read -> read.value() != null && !read.isRefused());
    }

    /** The piece that a number begins with, its sign included. */
    int lead(Numeral numeral) {
        return numeral.first() > 0 && passage.start(numeral.first()) > numeral.start()
                ? numeral.first() - 1
                : numeral.first();
    }

    private int firstQualifying(Numeral numeral, int lead) {
        Mention around = passage.mention(numeral.first());
        int first = lead;
        while (first > 0
                && lead - first < MOST_QUALIFYING_WORDS
                && passage.goesOn(first - 1)
                && (passage.mention(first - 1) == null || Objects.equals(passage.mention(first - 1), around))
                && (passage.token(first - 1).is(Token.Kind.WORD) || passage.isSign(first - 1, "~≈<>≤≥"))) {
            first--;
        }
        return first;
    }
}
