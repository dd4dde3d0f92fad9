package vn.kybao.document;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.document.IssuerNames.Match;
import vn.kybao.document.SymbolCatalogue.Issuer;
import vn.kybao.idempotency.Fingerprints;
import vn.kybao.search.SearchText;

/** When two documents are the same: one number, one issuer however it is abbreviated, one day. */
final class DocumentKeys {
    /** Before every day that the contract knows. */
    private static final LocalDate UNDATED = LocalDate.of(1899, 12, 31);

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z},\u2013-]+");

    private DocumentKeys() {}

    /** The number, or what was written where none could be read. */
    static String number(@Nullable DocumentNumber number, String raw) {
        return number == null ? "?" + digest(folded(raw)) : number.key();
    }

    /** What the full number asked for is kept under. */
    static String number(String asked) {
        return DocumentNumber.parse(asked)
                .map(DocumentNumber::key)
                .orElseGet(() -> asked.strip().toUpperCase(Locale.ROOT));
    }

    /**
     * The issuer: nobody, an organization of the service, or what the text calls it with abbreviations undone. Where the
     * symbol belongs to one body only, its name adds nothing to the number.
     *
     * @param organization the organization's code, or null
     * @param name what is printed for it, or null where nobody is named
     */
    static String issuer(@Nullable String organization, @Nullable String name, @Nullable DocumentNumber number) {
        if (name == null) {
            return digest("");
        }
        SymbolCatalogue symbols = SymbolCatalogue.standard();
        Match known = symbols.names().match(name);
        Issuer issuer = known == null ? null : known.issuer();
        String symbol = number == null ? null : number.issuerSymbol();
        if (issuer != null
                && issuer.only()
                && symbol != null
                && symbols.find(symbol).filter(issuer::equals).isPresent()) {
            return digest("");
        }
        if (organization != null) {
            return digest("organization " + organization);
        }
        return digest(
                known == null
                        ? "text " + folded(name)
                        : "symbol " + known.issuer().symbols().getFirst() + folded(name.substring(known.end())));
    }

    /** The day, or one before all days. */
    static LocalDate day(@Nullable LocalDate issuedOn) {
        return issuedOn == null ? UNDATED : issuedOn;
    }

    private static String folded(String text) {
        return BETWEEN.matcher(SearchText.fold(text)).replaceAll(" ");
    }

    private static String digest(String text) {
        return Fingerprints.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
