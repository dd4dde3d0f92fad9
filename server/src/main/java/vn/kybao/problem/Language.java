package vn.kybao.problem;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The languages that messages exist in. */
public enum Language {
    VI("vi"),
    EN("en");

    private static final List<Locale> OFFERED = List.of(Locale.of("vi"), Locale.of("en"));

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    /** The language that an {@code Accept-Language} header prefers; Vietnamese when it is absent, unreadable or other. */
    public static Language preferred(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return VI;
        }
        try {
            Locale best = Locale.lookup(LanguageRange.parse(header), OFFERED);
            return best != null && best.getLanguage().equals("en") ? EN : VI;
        } catch (IllegalArgumentException unreadable) {
            return VI; // RFC 9110: a header that cannot be read may be ignored.
        }
    }
}
