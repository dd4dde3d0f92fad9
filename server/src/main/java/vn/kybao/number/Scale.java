package vn.kybao.number;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the digits: words that multiply, and a unit. Here accents count: {@code vạn} is ten thousand,
 * {@code văn bản} are documents.
 *
 * @param shift how many places the point moves to the right
 * @param unit the unit as printed, or null
 * @param reason why it was refused, or null
 */
record Scale(int shift, @Nullable String unit, @Nullable Reason reason) {
    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("chục", 1),
            Map.entry("trăm", 2),
            Map.entry("nghìn", 3),
            Map.entry("nghin", 3),
            Map.entry("ngàn", 3),
            Map.entry("vạn", 4),
            Map.entry("triệu", 6),
            Map.entry("trieu", 6),
            Map.entry("tr", 6),
            Map.entry("tỷ", 9),
            Map.entry("tỉ", 9),
            Map.entry("ty", 9));
    private static final Pattern POWER = Pattern.compile(
            "^(?:(chục|trăm|nghìn|nghin|ngàn|vạn|triệu|trieu|tỷ|tỉ|ty)(?!\\p{L})|(tr)(?=$|[ .đ]))[. ]*");
    private static final Set<String> DONG_WORDS = Set.of("đồng", "đ", "vnđ", "vnd", "₫", "đồng việt nam");
    private static final Set<String> DONG_WITHOUT_ACCENTS = Set.of("dong", "d");
    /** Half as much again, a thousand for short, and words that without accents are a power or something else. */
    private static final Pattern VAGUE = Pattern.compile(
            "(?:k|rưỡi|ruoi|mấy|lẻ)(?!\\p{L}).*|(?:tram|chuc|van|ngan|ti)(?: (?:trieu|triệu|ty|tỷ|nghin|dong|đồng).*)?");

    private static final Pattern COUNTS_IN_SCALES =
            Pattern.compile(".*\\b(hundred|thousand|million|billion|tram|nghin|ngan|trieu|ty)s?\\b.*");
    private static final Pattern PERCENT = Pattern.compile("(?:%|phần trăm|phan tram)(?! ?điểm)(?:[ )].*)?");
    private static final Pattern STARTS_WITH_PERCENT = Pattern.compile("(?:%|phần trăm|phan tram).*");
    private static final Pattern OTHER_NUMBER = Pattern.compile("\\p{Nd}");
    private static final Pattern PER = Pattern.compile("(?<=\\p{L} ?)/ ?10{1,2}(?:\\.?0{3})*(?= )");
    private static final Pattern POWER_OF_LENGTH = Pattern.compile("(?<!\\p{L})([kdc]?m)[23](?!\\p{N})");

    static Scale read(String after, String unitCode) {
        String unit = Words.withoutEnd(after);
        String lower = unit.toLowerCase(Locale.ROOT).strip();
        if (lower.isEmpty()) {
            return new Scale(0, null, null);
        }
        if (hasAnotherNumber(lower)) {
            return refused(Reason.SEVERAL_NUMBERS);
        }
        int power = 0;
        String rest = lower;
        for (Matcher word = POWER.matcher(rest); word.find(); word = POWER.matcher(rest)) {
            power += POWERS.getOrDefault(word.group(1) == null ? word.group(2) : word.group(1), 0);
            rest = rest.substring(word.end());
        }
        if (VAGUE.matcher(rest).matches()) {
            return refused(Reason.SCALE_UNCLEAR);
        }
        Integer indicator = Money.shift(unitCode);
        if (indicator != null) {
            return money(unit, power, rest, indicator);
        }
        if (unitCode.equals("percent")) {
            return power == 0 && PERCENT.matcher(rest).matches()
                    ? new Scale(0, unit, null)
                    : refused(Reason.UNIT_DIFFERS);
        }
        return free(unit, power, rest, unitCode);
    }

    /** A word for a power of ten counts đồng, whether {@code đồng} follows or not; {@code đồng} alone does too. */
    private static Scale money(String unit, int power, String rest, int indicator) {
        boolean dong = rest.isEmpty() || DONG_WORDS.contains(rest) || DONG_WITHOUT_ACCENTS.contains(rest);
        return dong ? new Scale(power - indicator, unit, null) : refused(Reason.UNIT_DIFFERS);
    }

    private static Scale free(String unit, int power, String rest, String unitCode) {
        if (DONG_WORDS.contains(rest)
                || rest.startsWith("đồng ")
                || STARTS_WITH_PERCENT.matcher(rest).matches()) {
            return refused(Reason.UNIT_DIFFERS);
        }
        boolean scaledTwice = power > 0
                && COUNTS_IN_SCALES.matcher(unitCode.replace('-', ' ')).matches();
        return scaledTwice ? refused(Reason.SCALE_UNCLEAR) : new Scale(power, unit, null);
    }

    /** {@code thuê bao/100 dân} and {@code km2} are units. */
    private static boolean hasAnotherNumber(String lower) {
        String without = PER.matcher(lower).replaceAll("");
        without = POWER_OF_LENGTH.matcher(without).replaceAll("$1");
        return without.startsWith("-") || OTHER_NUMBER.matcher(without).find();
    }

    private static Scale refused(Reason reason) {
        return new Scale(0, null, reason);
    }
}
