package vn.kybao.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds names in a text: from each word the longest name that begins there, and on from its end. Accents, case and
 * signs may be missing in the text; a comma or colon has to stand in the name too, since it mostly parts two things.
 */
final class Mentions {
    private static final Comparator<Name> SUREST = Comparator.comparingInt(Name::rank)
            .thenComparing(name -> name.indicator().getCode());

    private final List<Token> tokens;
    private final Digits digits;
    private final Effort effort;

    Mentions(List<Token> tokens, Digits digits, Effort effort) {
        this.tokens = tokens;
        this.digits = digits;
        this.effort = effort;
    }

    /** Where the digits of numbers end, and how the words before them are passed. */
    interface Digits {
        /** The end of a number with its percent sign when one begins at the place, be it after a qualifier; else -1. */
        int endOfNumber(int at);

        /** The first piece of that number. */
        int startOfNumber(int at);
    }

    /**
     * By piece, the mention it belongs to.
     *
     * @param aroundNumbers whether a number may stand within a name
     */
    @Nullable
    Mention[] find(WordTrie<Name> trie, boolean aroundNumbers) {
        @Nullable Mention[] found = new @Nullable Mention[tokens.size()];
        int i = 0;
        while (i < tokens.size()) {
            Mention mention = tokens.get(i).isWritten() ? longest(trie, i, aroundNumbers) : null;
            if (mention == null) {
                i++;
                continue;
            }
            for (int k = mention.first(); k < mention.end(); k++) {
                found[k] = mention;
            }
            i = mention.end();
        }
        return found;
    }

    private @Nullable Mention longest(WordTrie<Name> trie, int first, boolean aroundNumbers) {
        WordTrie.Node<Name> node = trie.root();
        List<Integer> places = new ArrayList<>();
        Mention longest = null;
        int inside = -1;
        int i = first;
        while (i >= 0 && i < tokens.size()) {
            effort.step();
            WordTrie.Node<Name> next = node.step(tokens.get(i).letters());
            if (next == null && i > first && Names.isFiller(tokens.get(i).spelling())) {
                i = nextWord(i);
            } else if (next == null) {
                int end = aroundNumbers && inside < 0 && i > first ? digits.endOfNumber(i) : -1;
                if (!isWritten(end)) {
                    break;
                }
                inside = digits.startOfNumber(i);
                i = end;
            } else {
                node = next;
                places.add(i);
                List<Name> names = named(node.here(), places);
                longest = names.isEmpty() ? longest : new Mention(first, i + 1, names, inside);
                i = nextWord(i);
            }
        }
        return longest;
    }

    private boolean isWritten(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isWritten();
    }

    private List<Name> named(List<Name> here, List<Integer> places) {
        return here.stream()
                .filter(name -> isWritten(name, places))
                .sorted(SUREST)
                .toList();
    }

    private boolean isWritten(Name name, List<Integer> places) {
        for (int i = 0; i < places.size(); i++) {
            Spelling written = tokens.get(places.get(i)).spelling();
            if (written == null || !name.words().get(i).agrees(written)) {
                return false;
            }
            if (i > 0 && !name.parted().get(i) && isParted(places.get(i - 1), places.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isParted(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (tokens.get(i).isSign(",:")) {
                return true;
            }
        }
        return false;
    }

    /** The next word of the sentence, signs left out; -1 when it ends. */
    private int nextWord(int from) {
        int i = from + 1;
        while (i < tokens.size() && i <= from + 3 && tokens.get(i).is(Token.Kind.SIGN)) {
            i++;
        }
        return i < tokens.size() && tokens.get(i).isWritten() ? i : -1;
    }
}
