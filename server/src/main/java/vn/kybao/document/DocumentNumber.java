package vn.kybao.document;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.DocumentFamily;
import vn.kybao.document.NumberScanner.Reading;
import vn.kybao.document.SymbolCatalogue.Issuer;
import vn.kybao.document.SymbolCatalogue.Kind;

/**
 * The number and symbol of an official document, by Decree 30/2020/NĐ-CP and the Party's rules.
 *
 * @param full the whole of it, normalised: {@code 68/2017/NQ-HĐND}
 * @param number the number, with a letter where it has one: {@code 36a}
 * @param year the year that stands in it, or null
 * @param type the type's symbol, or null in an official letter and a law
 * @param issuerSymbol the issuer's symbol; several of them in a joint document
 * @param unitSymbol the symbol of the unit that drafted it, or null
 * @param family whose it is
 */
public record DocumentNumber(
        String full,
        String number,
        @Nullable Integer year,
        @Nullable String type,
        @Nullable String issuerSymbol,
        @Nullable String unitSymbol,
        DocumentFamily family) {
    private static final Pattern BEFORE = Pattern.compile(
            "^[\\s\"'“”‘’(\\[]*(?:(?:số|so)\\b[\\s:.]*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern AFTER = Pattern.compile("[\\s\"'“”‘’)\\].,;:]+$");
    private static final int LONGEST = 200;

    /** Reads a number that stands alone; empty when it is none of the known forms. */
    public static Optional<DocumentNumber> parse(String raw) {
        if (raw.length() > LONGEST) {
            return Optional.empty();
        }
        FoldedText folded = FoldedText.ofNumber(raw);
        String bare = BEFORE.matcher(folded.substring(0, folded.length())).replaceFirst("");
        bare = AFTER.matcher(bare).replaceFirst("");
        Reading reading = whole(bare);
        if (reading == null) {
            // Typed in small letters it is only believed where type or issuer are known.
            reading = whole(bare.toUpperCase(Locale.ROOT));
            reading = reading != null && reading.certain() ? reading : null;
        }
        return Optional.ofNullable(reading).map(Reading::number);
    }

    private static @Nullable Reading whole(String bare) {
        FoldedText text = FoldedText.of(bare);
        Reading reading = new NumberScanner(text, SymbolCatalogue.standard()).read(0);
        return reading != null && reading.end() == text.length() ? reading : null;
    }

    static DocumentNumber of(
            String number,
            @Nullable Integer year,
            @Nullable DocumentType type,
            String issuer,
            String rest,
            boolean partyForm,
            @Nullable Issuer known) {
        StringBuilder full = new StringBuilder(number);
        if (partyForm && type != null) {
            full.append('-').append(type.symbol()).append('/');
        } else {
            full.append('/').append(year == null ? "" : year + "/").append(type == null ? "" : type.symbol() + "-");
        }
        full.append(issuer).append(rest);
        return new DocumentNumber(
                full.toString(),
                number,
                year,
                type == null ? null : type.symbol(),
                issuer,
                rest.isEmpty() ? null : rest.substring(1),
                family(type, partyForm, known));
    }

    /** It follows the issuing body; the form decides where the body is not known. */
    private static DocumentFamily family(@Nullable DocumentType type, boolean partyForm, @Nullable Issuer known) {
        Kind kind = known == null ? Kind.OTHER : known.kind();
        if (kind == Kind.PARTY || (partyForm && kind == Kind.OTHER)) {
            return DocumentFamily.PARTY;
        }
        boolean law = known != null && known.passesLaws();
        boolean letter = type == null ? !law : type.isLetter();
        return letter ? DocumentFamily.LETTER : DocumentFamily.STATE;
    }

    /** The same number however it was padded: {@code 9/CT-TTg} is {@code 09/CT-TTg}. */
    public String key() {
        int zeros = 0;
        while (zeros < full.length() - 1
                && full.charAt(zeros) == '0'
                && NumberScanner.isDigit(full.charAt(zeros + 1))) {
            zeros++;
        }
        return full.substring(zeros).toUpperCase(Locale.ROOT);
    }
}
