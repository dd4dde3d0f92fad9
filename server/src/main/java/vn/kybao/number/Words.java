package vn.kybao.number;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ValueState;
import vn.kybao.search.SearchText;

/** The words around numbers. They are known without accents too, as some systems print them. */
final class Words {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D]");
    private static final Pattern END = Pattern.compile("[\\s.,;:]+$");
    private static final Pattern ESTIMATE = Pattern.compile("\\b(uoc|du kien)\\b");

    private static final Map<String, Qualifier> QUALIFIERS = Map.ofEntries(
            Map.entry("", Qualifier.EXACT),
            Map.entry("dat", Qualifier.EXACT),
            Map.entry("dung", Qualifier.EXACT),
            Map.entry("tren", Qualifier.AT_LEAST),
            Map.entry("hon", Qualifier.AT_LEAST),
            Map.entry("nhieu hon", Qualifier.AT_LEAST),
            Map.entry("lon hon", Qualifier.AT_LEAST),
            Map.entry("it nhat", Qualifier.AT_LEAST),
            Map.entry("toi thieu", Qualifier.AT_LEAST),
            Map.entry("khong duoi", Qualifier.AT_LEAST),
            Map.entry("khong it hon", Qualifier.AT_LEAST),
            Map.entry(">", Qualifier.AT_LEAST),
            Map.entry(">=", Qualifier.AT_LEAST),
            Map.entry("≥", Qualifier.AT_LEAST),
            Map.entry("duoi", Qualifier.AT_MOST),
            Map.entry("it hon", Qualifier.AT_MOST),
            Map.entry("nho hon", Qualifier.AT_MOST),
            Map.entry("nhieu nhat", Qualifier.AT_MOST),
            Map.entry("toi da", Qualifier.AT_MOST),
            Map.entry("khong qua", Qualifier.AT_MOST),
            Map.entry("khong vuot qua", Qualifier.AT_MOST),
            Map.entry("<", Qualifier.AT_MOST),
            Map.entry("<=", Qualifier.AT_MOST),
            Map.entry("≤", Qualifier.AT_MOST),
            Map.entry("gan", Qualifier.NEARLY),
            Map.entry("khoang", Qualifier.ABOUT),
            Map.entry("xap xi", Qualifier.ABOUT),
            Map.entry("chung", Qualifier.ABOUT),
            Map.entry("uoc", Qualifier.ABOUT),
            Map.entry("uoc dat", Qualifier.ABOUT),
            Map.entry("uoc khoang", Qualifier.ABOUT),
            Map.entry("uoc tinh", Qualifier.ABOUT),
            Map.entry("du kien", Qualifier.ABOUT),
            Map.entry("du kien dat", Qualifier.ABOUT),
            Map.entry("~", Qualifier.ABOUT),
            Map.entry("≈", Qualifier.ABOUT));

    private static final Set<String> NONE =
            Set.of("khong", "khong co", "khong phat sinh", "chua phat sinh", "kps", "none", "nil");
    private static final Set<String> NOT_REPORTED =
            Set.of("", "...", "…", "chua co", "chua co so lieu", "chua bao cao", "chua tong hop", "chua thong ke");
    private static final Set<String> NOT_APPLICABLE = Set.of("khong ap dung", "n/a");
    private static final Pattern NO_DATA = Pattern.compile("khong co (so lieu|du lieu|thong tin|bao cao)\\b.*");

    private Words() {}

    /** In NFC, with plain spaces and one kind of dash, without what does not show. */
    static String tidy(String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
        text = INVISIBLE.matcher(text).replaceAll("");
        text = DASH.matcher(text).replaceAll("-");
        text = SPACE.matcher(text).replaceAll(" ").strip();
        // The sign by which a spreadsheet keeps text as text.
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }

    /** What a text without a number says; empty when it is none of the known ways to say it. */
    static Optional<ValueState> state(String tidy) {
        String folded = SearchText.fold(tidy);
        String bare = END.matcher(folded).replaceAll("");
        if (NOT_REPORTED.contains(folded)
                || NOT_REPORTED.contains(bare)
                || NO_DATA.matcher(bare).matches()) {
            return Optional.of(ValueState.NOT_REPORTED);
        }
        if (NOT_APPLICABLE.contains(bare)) {
            return Optional.of(ValueState.NOT_APPLICABLE);
        }
        return NONE.contains(bare) || bare.startsWith("khong co ")
                ? Optional.of(ValueState.NONE_DECLARED)
                : Optional.empty();
    }

    /** What the words before a number say of it; empty when they are not known. */
    static Optional<Qualifier> qualifier(String before) {
        return Optional.ofNullable(
                QUALIFIERS.get(END.matcher(SearchText.fold(before)).replaceAll("")));
    }

    static boolean isEstimate(String before) {
        return ESTIMATE.matcher(SearchText.fold(before)).find();
    }

    /** Without the full stop or comma that only ends a sentence. */
    static String withoutEnd(String text) {
        return END.matcher(text).replaceAll("").strip();
    }
}
