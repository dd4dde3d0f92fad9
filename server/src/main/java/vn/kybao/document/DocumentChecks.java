package vn.kybao.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.document.SymbolCatalogue.Issuer;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.search.SearchText;

/** Doubts about the number of a document; what cannot be compared is not doubted. */
public final class DocumentChecks {
    private static final String DOCUMENT = "document";
    private static final String SYMBOL = "symbol";

    private DocumentChecks() {}

    /**
     * What is doubtful about a number beside its issuer.
     *
     * @param number the number
     * @param issuerText what the issuer is called, or null
     * @param symbols the known symbols
     */
    public static List<Note> doubts(DocumentNumber number, @Nullable String issuerText, SymbolCatalogue symbols) {
        List<Note> doubts = new ArrayList<>();
        List<String> bodies = bodies(number, symbols);
        Set<Issuer> known = new LinkedHashSet<>();
        for (String symbol : bodies) {
            Optional<Issuer> issuer = symbols.find(symbol);
            issuer.ifPresent(known::add);
            if (issuer.isEmpty()) {
                doubts.add(unknown(symbol, symbols));
            }
        }
        if (known.size() == bodies.size() && !known.isEmpty()) {
            byType(number, known, symbols).ifPresent(doubts::add);
            if (issuerText != null) {
                byName(number, known, issuerText, symbols).ifPresent(doubts::add);
            }
        }
        return doubts;
    }

    /**
     * What a citation says otherwise than the registered document that it means.
     *
     * @param number the number that is cited
     * @param issuerText what the issuer is called there, or null
     * @param issuedOn the day that is cited, or null
     * @param registered the registered document
     * @param symbols the known symbols
     */
    public static List<Note> against(
            DocumentNumber number,
            @Nullable String issuerText,
            @Nullable LocalDate issuedOn,
            DocumentRef registered,
            SymbolCatalogue symbols) {
        List<Note> doubts = new ArrayList<>();
        String full = registered.fullNumber();
        if (full != null
                && DocumentNumber.parse(full)
                        .filter(own -> !own.key().equals(number.key()))
                        .isPresent()) {
            doubts.add(otherwise("registered-number", number, registered)
                    .actual(number.full())
                    .expected(full));
        }
        LocalDate day = registered.issuedOn();
        if (day != null && issuedOn != null && !day.equals(issuedOn)) {
            doubts.add(otherwise("registered-date", number, registered)
                    .with("date", issuedOn)
                    .with("registered", day)
                    .expected(day.toString()));
        }
        String issuer = registered.issuer();
        if (issuer != null && issuerText != null && isOther(symbols.named(issuerText), symbols.named(issuer))) {
            doubts.add(otherwise("registered-issuer", number, registered)
                    .actual(issuerText)
                    .expected(issuer));
        }
        return doubts;
    }

    private static Note otherwise(String variant, DocumentNumber number, DocumentRef registered) {
        return Note.warning(ProblemCode.DOCUMENT_NUMBER)
                .with("variant", variant)
                .with(DOCUMENT, number.full())
                .evidence(List.of("/v1/documents/" + registered.id()));
    }

    /** Names that are not known are not compared: one body may be called by many. */
    private static boolean isOther(List<Issuer> one, List<Issuer> other) {
        return !one.isEmpty() && !other.isEmpty() && one.stream().noneMatch(issuer -> isAmong(issuer, other));
    }

    private static boolean isAmong(Issuer issuer, Collection<Issuer> others) {
        return others.contains(issuer)
                || others.stream().anyMatch(one -> one.symbols().stream().anyMatch(issuer.symbols()::contains));
    }

    /** Who issued a document, so that two citations of it say the same: as it is named, else as its symbol says. */
    public static String issuer(DocumentNumber number, @Nullable String issuerText, SymbolCatalogue symbols) {
        Optional<Issuer> named = issuerText == null
                ? Optional.ofNullable(number.issuerSymbol()).flatMap(symbols::find)
                : symbols.named(issuerText).stream().findFirst();
        return named.map(issuer -> String.join(" ", issuer.symbols()))
                .orElse(issuerText == null ? "" : SearchText.of(List.of(issuerText)));
    }

    /** A joint document bears several symbols. */
    private static List<String> bodies(DocumentNumber number, SymbolCatalogue symbols) {
        String symbol = number.issuerSymbol();
        if (symbol == null) {
            return List.of();
        }
        return symbol.indexOf('-') < 0 || symbols.lists(symbol) ? List.of(symbol) : List.of(symbol.split("-", -1));
    }

    private static Note unknown(String symbol, SymbolCatalogue symbols) {
        Note note = Note.warning(ProblemCode.SYMBOL_UNKNOWN).actual(symbol);
        return symbols.nearest(symbol).map(note::expected).orElse(note);
    }

    /** A decree is the Government's, whatever the symbol. */
    private static Optional<Note> byType(DocumentNumber number, Set<Issuer> known, SymbolCatalogue symbols) {
        DocumentType type = number.type() == null ? null : DocumentType.of(number.type());
        if (type == null || type.issuers().isEmpty()) {
            return Optional.empty();
        }
        Set<Issuer> allowed = type.issuers().stream()
                .flatMap(symbol -> symbols.find(symbol).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return known.stream().anyMatch(allowed::contains)
                ? Optional.empty()
                : Optional.of(Note.warning(ProblemCode.DOCUMENT_NUMBER)
                        .with("variant", "type")
                        .with(DOCUMENT, number.full())
                        .with("type", type.names().getFirst())
                        .actual(String.valueOf(number.issuerSymbol()))
                        .expected(allowed.iterator().next().name()));
    }

    /** The issuer that is named and the one that the symbol stands for. */
    private static Optional<Note> byName(
            DocumentNumber number, Set<Issuer> known, String issuerText, SymbolCatalogue symbols) {
        List<Issuer> named = symbols.named(issuerText);
        boolean comparable = !named.isEmpty()
                && known.stream().noneMatch(issuer -> issuer.names().isEmpty());
        boolean agrees = named.stream().anyMatch(issuer -> isAmong(issuer, known));
        return !comparable || agrees
                ? Optional.empty()
                : Optional.of(Note.warning(ProblemCode.DOCUMENT_NUMBER)
                        .with("variant", "issuer")
                        .with(DOCUMENT, number.full())
                        .with(SYMBOL, String.valueOf(number.issuerSymbol()))
                        .actual(issuerText)
                        .expected(known.stream().map(Issuer::name).collect(Collectors.joining(", "))));
    }
}
