package vn.kybao.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kybao.document.NumberScanner.Reading;

/** Finds the documents that a running text cites, with the day and the issuer that stand next to the number. */
public final class Citations {
    private static final int LOOK_BACK = 24;

    /** Words that announce a number; where neither type nor issuer is known, one of them has to. */
    private static final Set<String> ANNOUNCING = Stream.concat(
                    Stream.of("số", "số:", "luật", "văn bản", "công hàm"), DocumentType.allNames().stream())
            .collect(Collectors.toUnmodifiableSet());

    private final FoldedText text;
    private final NumberScanner numbers;

    private Citations(String text) {
        this.text = FoldedText.of(text);
        this.numbers = new NumberScanner(this.text, SymbolCatalogue.standard());
    }

    /** Every cited number, in the order of the text. */
    public static List<Citation> find(String text) {
        return new Citations(text).all();
    }

    private List<Citation> all() {
        List<Citation> all = new ArrayList<>();
        int place = 0;
        while (place < text.length()) {
            Reading reading = mayBegin(place) ? numbers.read(place) : null;
            if (reading != null && (reading.certain() || isAnnounced(place))) {
                all.add(citation(place, reading));
                place = reading.end();
            } else {
                place++;
            }
        }
        return all;
    }

    private Citation citation(int place, Reading reading) {
        int start = text.origin(place);
        int length = text.origin(reading.end() - 1) + 1 - start;
        CitedDate date = CitedDate.after(text, reading.end());
        int next = date == null ? reading.end() : date.end();
        CitedIssuer issuer = CitedIssuer.after(text, next, reading.number());
        if (date == null && issuer != null) {
            date = CitedDate.after(text, issuer.end());
        }
        LocalDate day = date == null ? null : date.day();
        return new Citation(start, length, reading.number(), day, issuer == null ? null : issuer.name());
    }

    /** A number does not begin within a word, another number, a code such as QCVN 125:2021/BTTTT, or an address. */
    private boolean mayBegin(int place) {
        if (!NumberScanner.isDigit(text.at(place))) {
            return false;
        }
        char before = text.at(place - 1);
        if (Character.isLetterOrDigit(before) || "/_#=%&+@".indexOf(before) >= 0) {
            return false;
        }
        return ":.,-".indexOf(before) < 0 || !Character.isLetterOrDigit(text.at(place - 2)) || isAnnounced(place);
    }

    private boolean isAnnounced(int place) {
        String before =
                text.substring(Math.max(0, place - LOOK_BACK), place).strip().toLowerCase(Locale.ROOT);
        return ANNOUNCING.stream()
                .anyMatch(word -> before.endsWith(word) && !endsWithin(before, before.length() - word.length()));
    }

    private static boolean endsWithin(String before, int start) {
        return start > 0 && Character.isLetter(before.charAt(start - 1));
    }
}
