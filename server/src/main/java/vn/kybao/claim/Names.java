package vn.kybao.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Indicator;
import vn.kybao.number.Money;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.time.Validity;

/** The names of indicators as texts may use them. */
final class Names {
    private static final int MOST_WORDS = 100;
    private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)");
    private static final Set<String> COUNTERS = Set.of("so", "tong", "luong");

    /** Words that a text adds to a name or leaves out: {@code hồ sơ đã được tiếp nhận}. */
    private static final Set<Spelling> FILLERS =
            Set.copyOf(wording("đã được của các những trong").words());

    private static final Set<String> BARE_FILLERS =
            FILLERS.stream().map(Spelling::letters).collect(Collectors.toSet());

    private final WordTrie<Name> whole = new WordTrie<>();
    private final WordTrie<Name> rests = new WordTrie<>();
    private final Set<Given> given = new HashSet<>();

    private record Given(String indicator, List<Spelling> words) {}

    /** Words of a name, with the places that a sign parts from the word before. */
    private record Wording(List<Spelling> words, BitSet parted) {
        Wording from(int first) {
            BitSet rest = parted.get(first, Math.max(first, parted.length()));
            rest.clear(0);
            return new Wording(words.subList(first, words.size()), rest);
        }

        /** Without its fillers, unless no more than a word would be left. */
        Wording brief() {
            List<Spelling> left = new ArrayList<>();
            BitSet apart = new BitSet();
            for (int i = 0; i < words.size(); i++) {
                if (parted.get(i)) {
                    apart.set(left.size());
                }
                if (!FILLERS.contains(words.get(i))) {
                    left.add(words.get(i));
                }
            }
            return left.size() > 1 ? new Wording(left, apart) : this;
        }

        Wording to(int end) {
            return new Wording(words.subList(0, end), parted.get(0, end));
        }
    }

    /** The names of all that are valid on a day of the period. */
    static Names of(Collection<Indicator> indicators, CalendarPeriod period) {
        Names names = new Names();
        for (Indicator indicator : indicators) {
            if (isValid(indicator.getValidFrom(), indicator.getValidTo(), period)) {
                names.add(indicator);
            }
        }
        return names;
    }

    private static boolean isValid(@Nullable LocalDate from, @Nullable LocalDate to, CalendarPeriod period) {
        return Validity.overlaps(from, to, period.start(), period.end());
    }

    WordTrie<Name> whole() {
        return whole;
    }

    /** What is left of names without the unit they begin or end with: {@code tiếp nhận} of {@code hồ sơ tiếp nhận}. */
    WordTrie<Name> rests() {
        return rests;
    }

    private void add(Indicator indicator) {
        List<String> texts = new ArrayList<>();
        texts.add(indicator.getName().getVi());
        if (indicator.getName().getEn() != null) {
            texts.add(indicator.getName().getEn());
        }
        texts.addAll(Objects.requireNonNullElse(indicator.getAliases(), List.of()));
        List<Wording> wordings = new ArrayList<>();
        for (String text : texts) {
            wordings.add(wording(text).brief());
            wordings.add(wording(ASIDE.matcher(text).replaceAll(" ")).brief());
        }
        wordings.forEach(wording -> add(whole, indicator, wording, 0));
        List<Spelling> unit = isCounted(indicator)
                ? wording(indicator.getUnit().getName().getVi()).words()
                : List.of();
        for (Wording wording : wordings) {
            Wording thing = wording.from(counters(wording.words()));
            if (thing.words().size() > 1) {
                add(whole, indicator, thing, 1);
            }
            addRest(indicator, thing, unit);
        }
    }

    /** Its figures are printed with the name of their unit. */
    private static boolean isCounted(Indicator indicator) {
        String unit = indicator.getUnit().getCode();
        return Money.shift(unit) == null && !unit.equals("percent");
    }

    private void addRest(Indicator indicator, Wording thing, List<Spelling> unit) {
        int left = thing.words().size() - unit.size();
        if (unit.isEmpty() || left < 1) {
            return;
        }
        if (begins(thing.words(), unit)) {
            addRest(indicator, thing.from(unit.size()));
        } else if (begins(thing.words().subList(left, thing.words().size()), unit)) {
            addRest(indicator, thing.to(left));
        }
    }

    private void addRest(Indicator indicator, Wording rest) {
        if (rest.words().stream().anyMatch(word -> !Lexicon.isKnown(word))) {
            add(rests, indicator, rest, 2);
        }
    }

    private static boolean begins(List<Spelling> words, List<Spelling> with) {
        for (int i = 0; i < with.size(); i++) {
            if (!words.get(i).agrees(with.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A word written without accents may be any, so a bare one fills too. */
    static boolean isFiller(@Nullable Spelling word) {
        return word != null && (FILLERS.contains(word) || (word.isBare() && BARE_FILLERS.contains(word.letters())));
    }

    private void add(WordTrie<Name> trie, Indicator indicator, Wording wording, int rank) {
        List<Spelling> words = wording.words();
        if (!words.isEmpty()
                && words.size() <= MOST_WORDS
                && (trie == rests || given.add(new Given(indicator.getCode(), words)))) {
            trie.add(words, new Name(indicator, words, wording.parted(), rank));
        }
    }

    /** What an indicator counts, by its name. */
    static List<Spelling> thing(Indicator indicator) {
        Wording name = wording(indicator.getName().getVi());
        return name.from(counters(name.words())).words();
    }

    /** {@code số}, {@code tổng số}, {@code số lượng}: a text leaves them out where the number stands before. */
    private static int counters(List<Spelling> words) {
        int first = 0;
        while (first < words.size() && COUNTERS.contains(words.get(first).letters())) {
            first++;
        }
        return first;
    }

    private static Wording wording(String text) {
        List<Spelling> words = new ArrayList<>();
        BitSet parted = new BitSet();
        for (Token token : Lexer.read(text)) {
            if (token.spelling() != null) {
                words.add(token.spelling());
            } else {
                parted.set(words.size());
            }
        }
        return new Wording(words, parted);
    }
}
