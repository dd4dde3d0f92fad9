package vn.kybao.claim;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.claim.Lexicon.Found;
import vn.kybao.claim.Token.Kind;
import vn.kybao.period.CalendarPeriod;

/** A text as it is read: its pieces, and by piece the names, periods, numbers and known words it belongs to. */
final class Passage {
    private final String body;
    private final CalendarPeriod about;
    private final List<Token> tokens;
    private final @Nullable Found[] wordings;
    private final @Nullable Mention[] mentions;
    private final @Nullable Mention[] rests;
    private final @Nullable Phrase[] phrases;
    private final @Nullable Numeral[] numerals;
    private final BitSet goals;
    private final Effort effort;

    Passage(String body, byte[] parts, Names names, CalendarPeriod about, Effort effort) {
        this.body = body;
        this.about = about;
        this.effort = effort;
        this.tokens = Lexer.read(body, parts);
        this.wordings = wordings(tokens);
        Numerals digits = new Numerals(tokens, wordings);
        Mentions finder = new Mentions(tokens, digits, effort);
        this.mentions = finder.find(names.whole(), true);
        this.rests = finder.find(names.rests(), false);
        this.phrases = phrases();
        this.numerals = digits.find(mentions, phrases);
        this.goals = goals();
    }

    /** From a word for hoping on to the end of the sentence. */
    private BitSet goals() {
        BitSet found = new BitSet(tokens.size());
        boolean goal = false;
        for (int i = 0; i < tokens.size(); i++) {
            goal = !tokens.get(i).is(Kind.BREAK) && (goal || role(i) == Role.GOAL);
            found.set(i, goal);
        }
        return found;
    }

    private static @Nullable Found[] wordings(List<Token> tokens) {
        @Nullable Found[] wordings = new @Nullable Found[tokens.size()];
        BitSet accented = accented(tokens);
        int i = 0;
        while (i < tokens.size()) {
            Found found = tokens.get(i).is(Kind.WORD) ? Lexicon.at(tokens, i, accented.get(i)) : null;
            if (found == null) {
                i++;
                continue;
            }
            for (int k = i; k < found.end(); k++) {
                wordings[k] = found;
            }
            i = found.end();
        }
        return wordings;
    }

    /** The pieces of sentences that are written with accents. */
    private static BitSet accented(List<Token> tokens) {
        BitSet accented = new BitSet(tokens.size());
        int first = 0;
        boolean seen = false;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.get(i).is(Kind.BREAK)) {
                accented.set(first, i, seen);
                first = i;
                seen = false;
            } else {
                Spelling spelling = tokens.get(i).spelling();
                seen |= spelling != null && !spelling.isBare();
            }
        }
        return accented;
    }

    private @Nullable Phrase[] phrases() {
        @Nullable Phrase[] found = new @Nullable Phrase[tokens.size()];
        Phrases reader = new Phrases(tokens, wordings, about);
        int i = 0;
        while (i < tokens.size()) {
            Phrase phrase = mentions[i] == null ? reader.at(i) : null;
            if (phrase == null) {
                i++;
                continue;
            }
            if (isUpToOwnEnd(phrase)) {
                phrase = new Phrase(phrase.first(), phrase.end(), null, null);
            }
            for (int k = i; k < phrase.end(); k++) {
                found[k] = phrase;
            }
            i = phrase.end();
        }
        return found;
    }

    /** {@code tính đến hết tháng 3/2024} in a report up to then: a day, not the month. */
    private boolean isUpToOwnEnd(Phrase phrase) {
        CalendarPeriod period = phrase.period();
        String before =
                phrase.first() == 0 ? "" : tokens.get(phrase.first() - 1).letters();
        return period != null && period.end().equals(about.end()) && (before.equals("den") || before.equals("het"));
    }

    CalendarPeriod about() {
        return about;
    }

    int size() {
        return tokens.size();
    }

    Token token(int at) {
        effort.step();
        return tokens.get(at);
    }

    /** Whether something is compared with a period. */
    boolean isVersus(Phrase phrase) {
        for (int i = phrase.first() - 1; i > phrase.first() - 5 && goesOn(i); i--) {
            if (role(i) == Role.VERSUS) {
                return true;
            }
            if (mentions[i] != null || numerals[i] != null || isSign(i, ",()")) {
                return false;
            }
        }
        return false;
    }

    /** Whether what stands at a place is hoped for. */
    boolean isGoal(int at) {
        return goals.get(at);
    }

    /** Whether the sentence that ends at a place may be gone on with: {@code đạt 73 tỷ đồng; tăng 4%}. */
    boolean isGoneOn(int at) {
        return at > 0
                && tokens.get(at).is(Kind.BREAK)
                && ".;".contains(exactly(tokens.get(at).start(), tokens.get(at).end()));
    }

    /** Whether a piece is there and no end of a sentence. */
    boolean goesOn(int at) {
        return at >= 0 && at < tokens.size() && !tokens.get(at).is(Kind.BREAK);
    }

    boolean isSign(int at, String signs) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isSign(signs);
    }

    @Nullable
    Mention mention(int at) {
        return at >= 0 && at < tokens.size() ? mentions[at] : null;
    }

    /** What is left of a name without its unit, where that stands apart from every whole name. */
    @Nullable
    Mention rest(int at) {
        return at >= 0 && at < tokens.size() && mentions[at] == null ? rests[at] : null;
    }

    @Nullable
    Phrase phrase(int at) {
        return at >= 0 && at < tokens.size() ? phrases[at] : null;
    }

    @Nullable
    Numeral numeral(int at) {
        return at >= 0 && at < tokens.size() ? numerals[at] : null;
    }

    /** The known words that a piece belongs to, or null. */
    @Nullable
    Found wording(int at) {
        return at >= 0 && at < tokens.size() ? wordings[at] : null;
    }

    /** What the known words at a piece do; null for all other pieces. */
    @Nullable
    Role role(int at) {
        Found found = wording(at);
        return found == null ? null : found.role();
    }

    /** A word of which nothing is known but that it names something. */
    boolean isContent(int at) {
        Role role = role(at);
        return tokens.get(at).is(Kind.WORD) && (role == null || role.isContent());
    }

    /** The text from one piece up to another, without signs of emphasis, as one line. */
    String text(int first, int end) {
        return first >= end
                ? ""
                : between(tokens.get(first).start(), tokens.get(end - 1).end());
    }

    /** The same between two UTF-16 units. */
    String between(int start, int end) {
        return body.substring(start, end)
                .replaceAll("[*_`\\\\]", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** As it stands there. */
    String exactly(int start, int end) {
        return body.substring(start, end);
    }

    int start(int at) {
        return tokens.get(at).start();
    }

    /** Where the piece before a place ends. */
    int stop(int end) {
        return tokens.get(end - 1).end();
    }
}
