package vn.kybao.document;

import org.jspecify.annotations.Nullable;
import vn.kybao.document.SymbolCatalogue.Issuer;

/**
 * Reads a document's number where it begins. By hand rather than by pattern: every step goes forward and no token is long,
 * so that a text takes time in proportion to its length, whatever stands in it.
 */
final class NumberScanner {
    private static final int MOST_DIGITS = 6;
    private static final int LONGEST_TOKEN = 30;
    private static final int MOST_UNITS = 4;
    private static final int MOST_SPACES = 3;
    /** What is longer together is a list of something else. */
    private static final int LONGEST_SYMBOL = 100;

    private static final String CAPITALS = "ĐƯƠĂÂÊÔ";
    private static final String SMALL = "đươăâêô";

    private final FoldedText text;
    private final SymbolCatalogue symbols;
    private int place;

    NumberScanner(FoldedText text, SymbolCatalogue symbols) {
        this.text = text;
        this.symbols = symbols;
    }

    /**
     * What was read.
     *
     * @param number the number
     * @param end the place after it
     * @param certain false when only its form speaks for it: neither its type nor its issuer is known
     */
    record Reading(DocumentNumber number, int end, boolean certain) {}

    /** The number that begins at a place; null when none does. */
    @Nullable
    Reading read(int start) {
        place = start;
        String digits = digits(MOST_DIGITS);
        if (digits.isEmpty() || (isLetter(text.at(place)) && !isSuffix(place))) {
            return null;
        }
        char suffix = isSuffix(place) ? text.at(place++) : 0;
        String number = suffix == 0 ? digits : digits + Character.toLowerCase(suffix);
        place = text.skipSpaces(place, MOST_SPACES);
        char mark = text.at(place++);
        if (mark != '/' && mark != '-') {
            return null;
        }
        place = text.skipSpaces(place, MOST_SPACES);
        Parts parts = mark == '-' ? party(number) : state(number);
        // 4G/LTE-A: a capital after the digits is part of a number only where all else says that it is one.
        return parts == null || (Character.isUpperCase(suffix) && parts.type == null) ? null : reading(parts);
    }

    /** Parts as they were read, before they are told apart. */
    private record Parts(
            String number,
            @Nullable Integer year,
            @Nullable DocumentType type,
            String issuer,
            String rest,
            boolean partyForm) {}

    /** {@code 05-NQ/TU}. */
    private @Nullable Parts party(String number) {
        DocumentType type = type();
        place = text.skipSpaces(place, MOST_SPACES);
        if (type == null || text.at(place++) != '/') {
            return null;
        }
        place = text.skipSpaces(place, MOST_SPACES);
        String issuer = token(true);
        return issuer == null ? null : new Parts(number, null, type, issuer, units(), true);
    }

    /** {@code 23/BC-STTTT}, {@code 68/2017/NQ-HĐND}, {@code 24/2018/QH14}, {@code 555/SKHĐT-TH}. */
    private @Nullable Parts state(String number) {
        Integer year = null;
        if (isDigit(text.at(place))) {
            year = year();
            place = text.skipSpaces(place, MOST_SPACES);
            if (year == null || text.at(place++) != '/') {
                return null;
            }
            place = text.skipSpaces(place, MOST_SPACES);
        }
        int start = place;
        DocumentType type = type();
        if (type != null && dash()) {
            String issuer = token(true);
            return issuer == null ? null : new Parts(number, year, type, issuer, units(), false);
        }
        place = start;
        String issuer = token(true);
        if (issuer == null) {
            return null;
        }
        boolean law = symbols.find(issuer).filter(Issuer::passesLaws).isPresent();
        if (year != null) {
            return law ? new Parts(number, year, null, issuer, "", false) : null;
        }
        return letter(number, issuer);
    }

    /** An official letter names the unit that drafted it, behind a dash or, here and there, a full stop. */
    private @Nullable Parts letter(String number, String issuer) {
        int end = place;
        String rest = units();
        if (rest.isEmpty()) {
            place = end;
            if (!dash()) {
                return null;
            }
            String unit = token(false);
            if (unit == null) {
                return null;
            }
            rest = "-" + unit + units();
        }
        return new Parts(number, null, null, issuer, rest, false);
    }

    private @Nullable Reading reading(Parts parts) {
        String issuer = parts.issuer;
        String rest = parts.rest;
        boolean joint = parts.type != null && parts.type.isJoint();
        int end = joint ? rest.length() : nextMark(rest);
        // TT.HĐND and SLĐ-TBXH are symbols of one body, UBND.TH is one with its unit.
        if (joint || (end > 0 && symbols.lists(issuer + rest.substring(0, end)))) {
            issuer += rest.substring(0, end);
            rest = rest.substring(end);
        }
        Issuer known = symbols.find(issuer).orElse(null);
        String symbol = known == null ? issuer : known.spelling(issuer);
        DocumentNumber number =
                DocumentNumber.of(parts.number, parts.year, parts.type, symbol, rest, parts.partyForm, known);
        return isLong(number.issuerSymbol()) || isLong(number.unitSymbol())
                ? null
                : new Reading(number, place, parts.type != null || known != null);
    }

    private static boolean isLong(@Nullable String symbol) {
        return symbol != null && symbol.length() > LONGEST_SYMBOL;
    }

    /** Where the first of the symbols that follow the issuer's ends. */
    private static int nextMark(String rest) {
        int i = Math.min(1, rest.length());
        while (i < rest.length() && rest.charAt(i) != '-' && rest.charAt(i) != '.') {
            i++;
        }
        return i;
    }

    private String digits(int most) {
        int start = place;
        while (isDigit(text.at(place)) && place - start <= most) {
            place++;
        }
        return place - start > most ? "" : text.substring(start, place);
    }

    private @Nullable Integer year() {
        String digits = digits(4);
        if (digits.length() != 4) {
            return null;
        }
        int year = Integer.parseInt(digits);
        return year >= 1900 && year <= 2199 ? year : null;
    }

    /** 36a/NQ-CP: a single letter between the digits and the mark. */
    private boolean isSuffix(int at) {
        char c = Character.toLowerCase(text.at(at));
        char next = text.at(text.skipSpaces(at + 1, MOST_SPACES));
        return c >= 'a' && c <= 'e' && (next == '/' || next == '-');
    }

    private @Nullable DocumentType type() {
        int start = place;
        while (isSymbol(text.at(place)) && place - start < LONGEST_TOKEN) {
            place++;
        }
        return isLetter(text.at(place)) ? null : DocumentType.of(text.substring(start, place));
    }

    private boolean dash() {
        place = text.skipSpaces(place, 2);
        if (text.at(place) != '-') {
            return false;
        }
        place = text.skipSpaces(place + 1, 2);
        return true;
    }

    /** More symbols, each behind a mark without spaces; what only looks like one is left to the text. */
    private String units() {
        StringBuilder units = new StringBuilder();
        for (int i = 0; i < MOST_UNITS && (text.at(place) == '-' || text.at(place) == '.'); i++) {
            int mark = place++;
            String unit = token(false);
            if (unit == null) {
                place = mark;
                break;
            }
            units.append(text.at(mark)).append(unit);
        }
        return units.toString();
    }

    /** A symbol: capitals, at most as many small letters among them and no more than two. */
    private @Nullable String token(boolean issuer) {
        int start = place;
        int capitals = 0;
        int small = 0;
        while ((isSymbol(text.at(place)) || isAnd(place)) && place - start <= LONGEST_TOKEN) {
            char c = text.at(place++);
            capitals += Character.isUpperCase(c) ? 1 : 0;
            small += Character.isLowerCase(c) ? 1 : 0;
        }
        boolean begins = Character.isUpperCase(text.at(start)) || (!issuer && isDigit(text.at(start)));
        boolean enough = issuer ? capitals >= 2 : place > start;
        return !begins
                        || !enough
                        || small > Math.min(2, capitals)
                        || place - start > LONGEST_TOKEN
                        || isLetter(text.at(place))
                ? null
                : text.substring(start, place);
    }

    private boolean isAnd(int at) {
        return text.at(at) == '&' && Character.isUpperCase(text.at(at + 1));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isSymbol(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || isDigit(c)
                || CAPITALS.indexOf(c) >= 0
                || SMALL.indexOf(c) >= 0;
    }
}
