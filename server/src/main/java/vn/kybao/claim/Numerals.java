package vn.kybao.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.claim.Lexicon.Found;
import vn.kybao.claim.Numeral.Shape;
import vn.kybao.claim.Token.Kind;

/**
 * Tells the numbers that may be figures from dates, document numbers, labels, codes, ranges and telephone numbers. What
 * they say is read elsewhere, by the reader of numbers.
 */
final class Numerals implements Mentions.Digits {
    private static final String OPENING = "(“\"'‘[<>≥≤~≈«:+";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final List<Token> tokens;
    private final @Nullable Found[] wordings;

    Numerals(List<Token> tokens, @Nullable Found[] wordings) {
        this.tokens = tokens;
        this.wordings = wordings;
    }

    /** The numbers by piece, those left out that names or words for periods are made of. */
    @Nullable
    Numeral[] find(@Nullable Mention[] mentions, @Nullable Phrase[] phrases) {
        @Nullable Numeral[] found = new @Nullable Numeral[tokens.size()];
        int open = 0;
        int i = 0;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            open = token.is(Kind.BREAK) ? 0 : Math.max(0, open + (token.isSign('(') ? 1 : token.isSign(')') ? -1 : 0));
            if (token.is(Kind.REFERENCE)) {
                found[i] = new Numeral(i, i + 1, Shape.REFERENCE, token.start());
                i++;
            } else if (token.is(Kind.DIGITS) && phrases[i] == null && isFree(i, mentions)) {
                int end = group(i);
                Numeral numeral = goesOnList(i, found, phrases) ? null : numeral(i, end, open > 0, mentions);
                if (numeral != null) {
                    end = numeral.end();
                    for (int k = i; k < end; k++) {
                        found[k] = numeral;
                    }
                }
                i = end;
            } else {
                i++;
            }
        }
        return found;
    }

    /** {@code mức độ 3, 4}: what follows a label is one too. */
    private boolean goesOnList(int at, @Nullable Numeral[] found, @Nullable Phrase[] phrases) {
        boolean joined = at > 1
                && (tokens.get(at - 1).isSign(',')
                        || tokens.get(at - 1).letters().equals("va"));
        return joined && isDigits(at - 2) && found[at - 2] == null && phrases[at - 2] == null;
    }

    /** No word of a name, or the number that parts a name. */
    private static boolean isFree(int at, @Nullable Mention[] mentions) {
        Mention mention = mentions[at];
        return mention == null || mention.inside() == at;
    }

    /** The end of the digits that begin at a place, with their separators, read as one number. */
    private int group(int first) {
        int end = first + 1;
        if (tokens.get(first).length() <= 3
                && tokens.get(first).letters().charAt(0) != '0'
                && !afterCalendarWord(first)) {
            while (isDigits(end)
                    && !tokens.get(end).glued()
                    && tokens.get(end).length() == 3
                    && tokens.get(end).start() - tokens.get(end - 1).end() == 1) {
                end++;
            }
        }
        while (end + 1 < tokens.size()
                && tokens.get(end).isSign(".,")
                && tokens.get(end).glued()
                && isDigits(end + 1)
                && tokens.get(end + 1).glued()) {
            end += 2;
        }
        return end;
    }

    private boolean afterCalendarWord(int at) {
        Role role = roleBefore(at);
        return role == Role.YEAR || role == Role.MONTH || role == Role.DAY || role == Role.QUARTER;
    }

    private @Nullable Numeral numeral(int first, int end, boolean inBrackets, @Nullable Mention[] mentions) {
        int start = tokens.get(first).start();
        if (first > 0) {
            Token before = tokens.get(first - 1);
            if (isDash(before) && !before.glued() && tokens.get(first).glued() && !isDigits(first - 2)) {
                start = before.start();
            } else if (!mayStandAfter(first)) {
                return null;
            }
        }
        if (isTelephone(first, end) || isLabelled(first, end, mentions)) {
            return null;
        }
        if (end < tokens.size() && tokens.get(end).isSign('/')) {
            return fraction(first, end, start);
        }
        if (!mayStandBefore(first, end, inBrackets)) {
            return null;
        }
        return new Numeral(first, end, isYear(first, end) ? Shape.YEAR_LIKE : Shape.FIGURE, start);
    }

    /** Not part of a code, a date or a range that goes on to its left. */
    private boolean mayStandAfter(int first) {
        Token before = tokens.get(first - 1);
        if (before.is(Kind.DIGITS) || before.isSign('/')) {
            return false;
        }
        if (isDash(before)) {
            return before.glued() ? false : !tokens.get(first).glued() && !isDigits(first - 2);
        }
        if (!tokens.get(first).glued()) {
            return true;
        }
        boolean afterTime =
                before.isSign(':') && first > 1 && tokens.get(first - 2).is(Kind.DIGITS);
        return before.isSign(OPENING) && !afterTime;
    }

    /** Not part of one that goes on to its right. */
    private boolean mayStandBefore(int first, int end, boolean inBrackets) {
        if (end >= tokens.size()) {
            return true;
        }
        Token after = tokens.get(end);
        if (after.is(Kind.DIGITS)) {
            return false;
        }
        if (after.isSign(')')
                && after.glued()
                && (!inBrackets || tokens.get(first - 1).isSign('('))) {
            return false;
        }
        if (after.isSign(':') && after.glued()) {
            return !isDigits(end + 1) || !tokens.get(end + 1).glued();
        }
        if (isDash(after)) {
            boolean code = after.glued()
                    && end + 1 < tokens.size()
                    && tokens.get(end + 1).glued();
            return !code && !isDigits(end + 1);
        }
        return !isTo(end) || !isDigits(end + 1);
    }

    private boolean isTo(int at) {
        Found found = wordings[at];
        return found != null && found.role() == Role.TO;
    }

    /** {@code 25/27}, not {@code 15/3/2024}, {@code 57/BC}, {@code 24/24h}. */
    private @Nullable Numeral fraction(int first, int slash, int start) {
        int second = slash + 1;
        boolean plain = slash == first + 1
                && isDigits(second)
                && group(second) == second + 1
                && tokens.get(first).length() <= 5
                && tokens.get(second).length() <= 5;
        if (!plain) {
            return null;
        }
        boolean goesOn = second + 1 < tokens.size()
                && (tokens.get(second + 1).isSign("/-:")
                        || (tokens.get(second + 1).glued()
                                && tokens.get(second + 1).isWritten()));
        return goesOn ? null : new Numeral(first, second + 1, Shape.FRACTION, start);
    }

    private boolean isTelephone(int first, int end) {
        Token token = tokens.get(first);
        return (token.length() >= 3 && token.letters().charAt(0) == '0') || end - first > 9;
    }

    /** {@code khoản 2}, {@code số 45}, {@code kế hoạch 258}; a percentage or money is no label. */
    private boolean isLabelled(int first, int end, @Nullable Mention[] mentions) {
        if (first == 0 || mentions[first - 1] != null) {
            return false;
        }
        Role role = roleBefore(first);
        boolean calendar = role == Role.DAY || role == Role.MONTH || role == Role.QUARTER;
        boolean label =
                role == Role.LABEL || role == Role.GRADE || role == Role.PLAN || role == Role.FROM || role == Role.TO;
        return calendar || (label && !(isPercentOrMoney(end) && role != Role.FROM && role != Role.TO));
    }

    private boolean isPercentOrMoney(int end) {
        if (end >= tokens.size()) {
            return false;
        }
        Found found = wordings[end];
        return tokens.get(end).isSign('%')
                || (found != null
                        && (found.role() == Role.SCALE || found.role() == Role.DONG || found.role() == Role.PERCENT));
    }

    /** The role of the words that end right before a place, or null. */
    private @Nullable Role roleBefore(int at) {
        Found found = at == 0 ? null : wordings[at - 1];
        return found == null ? null : found.role();
    }

    private boolean isYear(int first, int end) {
        if (end - first != 1 || tokens.get(first).length() != 4) {
            return false;
        }
        int year = Integer.parseInt(tokens.get(first).letters());
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private boolean isDigits(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(Kind.DIGITS);
    }

    private static boolean isDash(Token token) {
        return token.isSign("-–—−");
    }

    @Override
    public int endOfNumber(int at) {
        int first = startOfNumber(at);
        if (first < 0) {
            return -1;
        }
        int end = group(first);
        if (end < tokens.size() && tokens.get(end).isSign('%')) {
            return end + 1;
        }
        return end;
    }

    @Override
    public int startOfNumber(int at) {
        int i = at;
        while (i < tokens.size() && i < at + 3) {
            if (tokens.get(i).is(Kind.DIGITS)) {
                return i;
            }
            Found found = wordings[i];
            if (found == null || !found.role().links()) {
                return -1;
            }
            i++;
        }
        return -1;
    }
}
