package vn.kybao.document;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Document;
import vn.kybao.api.model.DocumentCreate;
import vn.kybao.api.model.DocumentFamily;
import vn.kybao.api.model.Party;
import vn.kybao.http.Problems;
import vn.kybao.http.RequestState;
import vn.kybao.organization.Parties;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.search.SearchText;
import vn.kybao.time.Instants;

@Singleton
final class DocumentMapping {
    private final Parties parties;
    private final Problems problems;
    private final Symbols symbols;

    DocumentMapping(Parties parties, Problems problems, Symbols symbols) {
        this.parties = parties;
        this.problems = problems;
        this.symbols = symbols;
    }

    /** The row of what is registered, with what its text alone says. */
    DocumentRow row(String id, DocumentCreate wanted, long version, Instant createdAt, Instant updatedAt) {
        String raw = wanted.getRaw();
        DocumentNumber number = number(raw);
        Party issuer = wanted.getIssuer();
        return new DocumentRow(
                id,
                wanted.getOrganization(),
                raw,
                number == null ? null : number.full(),
                number == null ? null : number.number(),
                number == null ? null : number.year(),
                number == null ? null : number.type(),
                number == null ? null : number.issuerSymbol(),
                number == null ? null : number.unitSymbol(),
                number == null ? null : number.family().getValue(),
                Parties.organization(issuer),
                issuer == null ? null : issuer.getText(),
                wanted.getIssuedOn(),
                wanted.getTitle(),
                SearchText.of(Arrays.asList(number == null ? raw : number.full(), wanted.getTitle())),
                DocumentKeys.number(number, raw),
                DocumentKeys.issuer(Parties.organization(issuer), name(issuer), number),
                DocumentKeys.day(wanted.getIssuedOn()),
                version,
                createdAt,
                updatedAt);
    }

    /** With the date and the issuer that the citation itself names, where they were not given. */
    static DocumentCreate completed(DocumentCreate wanted) {
        if (DocumentNumber.parse(wanted.getRaw()).isPresent()) {
            return wanted;
        }
        Optional<Citation> cited = Citations.find(wanted.getRaw()).stream().findFirst();
        return new DocumentCreate()
                .organization(wanted.getOrganization())
                .raw(wanted.getRaw())
                .issuer(
                        wanted.getIssuer() != null
                                ? wanted.getIssuer()
                                : cited.map(Citation::issuer)
                                        .map(name -> new Party().text(name))
                                        .orElse(null))
                .issuedOn(
                        wanted.getIssuedOn() != null
                                ? wanted.getIssuedOn()
                                : cited.map(Citation::date).orElse(null))
                .title(wanted.getTitle());
    }

    /** What a caller would send to make this document: the base of a merge patch. */
    DocumentCreate write(DocumentRow row) {
        return new DocumentCreate()
                .organization(row.organization())
                .raw(row.rawText())
                .issuer(issuer(row))
                .issuedOn(row.issuedOn())
                .title(row.title());
    }

    Document wire(DocumentRow row) {
        return wire(List.of(row)).getFirst();
    }

    /** All with one look-up of their issuers' names. */
    List<Document> wire(List<DocumentRow> rows) {
        Map<Party, String> names = names(rows);
        SymbolCatalogue known = symbols.all();
        return rows.stream().map(row -> wire(row, names, known)).toList();
    }

    List<DocumentRef> refs(List<DocumentRow> rows) {
        Map<Party, String> names = names(rows);
        return rows.stream()
                .map(row -> new DocumentRef(
                        row.id(),
                        row.organization(),
                        row.rawText(),
                        row.fullNumber(),
                        row.issuedOn(),
                        name(row, names),
                        row.title()))
                .toList();
    }

    private Document wire(DocumentRow row, Map<Party, String> names, SymbolCatalogue known) {
        List<Note> doubts = doubts(row, name(row, names), known);
        return new Document()
                .id(row.id())
                .organization(row.organization())
                .raw(row.rawText())
                .parsed(row.fullNumber() != null)
                .fullNumber(row.fullNumber())
                .number(row.number())
                .year(row.numberYear())
                .type(row.documentType())
                .issuerSymbol(row.issuerSymbol())
                .unitSymbol(row.unitSymbol())
                .family(row.family() == null ? null : DocumentFamily.fromValue(row.family()))
                .issuer(issuer(row))
                .issuedOn(row.issuedOn())
                .title(row.title())
                .findings(problems.words(doubts, RequestState.current().language()))
                .createdAt(Instants.utc(row.createdAt()))
                .updatedAt(Instants.utc(row.updatedAt()))
                .etag(String.valueOf(row.version()));
    }

    private static List<Note> doubts(DocumentRow row, @Nullable String issuer, SymbolCatalogue known) {
        DocumentNumber number = number(row);
        if (number == null) {
            return List.of(Note.warning(ProblemCode.DOCUMENT_NUMBER).at("/raw").actual(row.rawText()));
        }
        return DocumentChecks.doubts(number, issuer, known).stream()
                .map(doubt -> doubt.at("issuer".equals(doubt.values().get("variant")) ? "/issuer" : "/raw"))
                .toList();
    }

    private static @Nullable DocumentNumber number(String raw) {
        return DocumentNumber.parse(raw)
                .or(() -> Citations.find(raw).stream().map(Citation::number).findFirst())
                .orElse(null);
    }

    private static @Nullable DocumentNumber number(DocumentRow row) {
        return row.fullNumber() == null || row.number() == null || row.family() == null
                ? null
                : new DocumentNumber(
                        row.fullNumber(),
                        row.number(),
                        row.numberYear(),
                        row.documentType(),
                        row.issuerSymbol(),
                        row.unitSymbol(),
                        DocumentFamily.fromValue(row.family()));
    }

    private static @Nullable Party issuer(DocumentRow row) {
        return row.issuerOrganization() == null && row.issuerText() == null
                ? null
                : new Party().organization(row.issuerOrganization()).text(row.issuerText());
    }

    private @Nullable String name(@Nullable Party issuer) {
        return issuer == null ? null : parties.names(List.of(issuer)).get(issuer);
    }

    private static @Nullable String name(DocumentRow row, Map<Party, String> names) {
        Party issuer = issuer(row);
        return issuer == null ? null : names.get(issuer);
    }

    private Map<Party, String> names(List<DocumentRow> rows) {
        return parties.names(rows.stream()
                .map(DocumentMapping::issuer)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }
}
