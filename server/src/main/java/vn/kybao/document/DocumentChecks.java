package vn.kybao.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.document.SymbolCatalogue.Issuer;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

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
        boolean agrees = named.stream()
                .anyMatch(issuer -> known.contains(issuer)
                        || known.stream().anyMatch(one -> one.symbols().stream().anyMatch(issuer.symbols()::contains)));
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
