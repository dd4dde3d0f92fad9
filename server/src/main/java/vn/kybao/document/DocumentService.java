package vn.kybao.document;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Document;
import vn.kybao.api.model.DocumentCreate;
import vn.kybao.api.model.DocumentFamily;
import vn.kybao.http.IfMatch;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.json.MergePatch;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.organization.Parties;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;
import vn.kybao.regime.RegimeService;
import vn.kybao.search.SearchText;
import vn.kybao.time.Ids;

/**
 * The register of cited documents. Found and completed within the subtree of who registered them; read by those who
 * receive that organization's reports, and one by one by those who read a row that cites them.
 */
@Singleton
public class DocumentService {
    private static final String RESOURCE = "document";
    private static final String PATH = "/v1/documents/";

    private final DocumentRepository repository;
    private final DocumentMapping mapping;
    private final OrganizationService organizations;
    private final Parties parties;
    private final RegimeService regimes;
    private final List<Citing> citing;
    private final Symbols symbols;
    private final MergePatch patches;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    DocumentService(
            DocumentRepository repository,
            DocumentMapping mapping,
            OrganizationService organizations,
            Parties parties,
            RegimeService regimes,
            List<Citing> citing,
            Symbols symbols,
            MergePatch patches,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.mapping = mapping;
        this.organizations = organizations;
        this.parties = parties;
        this.regimes = regimes;
        this.citing = citing;
        this.symbols = symbols;
        this.patches = patches;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is asked for; every part may be left out. */
    record Filter(
            @Nullable String q,
            @Nullable String organization,
            @Nullable DocumentFamily family,
            @Nullable String type,
            @Nullable String number,
            @Nullable Integer year) {}

    /** Those of the ids that are known and open to the caller, by id. */
    public Map<String, DocumentRef> open(Collection<String> wanted) {
        List<DocumentRow> rows = wanted.isEmpty() ? List.of() : repository.findAll(Set.copyOf(wanted));
        Set<String> readable =
                organizations.find(rows.stream().map(DocumentRow::organization).collect(Collectors.toSet())).stream()
                        .filter(this::isOpen)
                        .map(OrganizationRef::code)
                        .collect(Collectors.toSet());
        return mapping
                .refs(rows.stream()
                        .filter(row -> readable.contains(row.organization()))
                        .toList())
                .stream()
                .collect(Collectors.toMap(DocumentRef::id, Function.identity()));
    }

    /** The document, or a finding at the pointer that it is unknown or not open to the caller; empty for null. */
    public Optional<DocumentRef> readable(@Nullable String id, String pointer, Findings findings) {
        Optional<DocumentRef> found = id == null
                ? Optional.empty()
                : Optional.ofNullable(open(List.of(id)).get(id));
        if (id != null && found.isEmpty()) {
            findings.add(Note.error(ProblemCode.UNKNOWN_REFERENCE).at(pointer).actual(id));
        }
        return found;
    }

    /** Adds a finding for each id, by its pointer, that is unknown or not open to the caller. */
    public void check(Map<String, @Nullable String> cited, Findings findings) {
        Set<String> ids = cited.values().stream().filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> open = open(ids).keySet();
        cited.forEach((pointer, id) -> {
            if (id != null && !open.contains(id)) {
                findings.add(
                        Note.error(ProblemCode.UNKNOWN_REFERENCE).at(pointer).actual(id));
            }
        });
    }

    /** The symbols of issuers, those by which organizations of the service go included, for one request. */
    public SymbolCatalogue symbols() {
        return symbols.all();
    }

    Page<Document> page(Filter filter, @Nullable Integer limit, @Nullable String cursor) {
        DocumentType type = filter.type() == null ? null : DocumentType.of(filter.type());
        return pages.page(
                        limit,
                        cursor,
                        slice -> {
                            String day = slice.after(0);
                            return repository.page(
                                    Caller.current().path() + "%",
                                    filter.organization(),
                                    SearchText.pattern(filter.q()),
                                    filter.family() == null
                                            ? null
                                            : filter.family().getValue(),
                                    type == null ? filter.type() : type.symbol(),
                                    filter.number() == null ? null : DocumentKeys.number(filter.number()),
                                    filter.year(),
                                    day == null ? null : LocalDate.parse(day),
                                    slice.after(1),
                                    slice.count());
                        },
                        row -> List.of(row.sortedOn().toString(), row.id()))
                .mapAll(mapping::wire);
    }

    Document get(String id) {
        return repository
                .findById(id)
                .filter(this::isReadable)
                .map(mapping::wire)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    Outcome<Document> create(DocumentCreate wanted, Findings findings) {
        organizations.writable(wanted.getOrganization(), "/organization", findings);
        parties.check(Collections.singletonMap("/issuer", wanted.getIssuer()), findings);
        findings.throwIfErrors();
        Instant now = clock.instant();
        DocumentRow row = mapping.row(ids.next(), DocumentMapping.completed(wanted), 1, now, now);
        Optional<DocumentRow> same = same(row);
        if (same.isPresent()) {
            return Outcome.ok(mapping.wire(same.get()), same.get().version(), List.of());
        }
        // Of two that register it at once, the key lets one pass; the other one is run again and finds it.
        repository.save(row);
        Change change = new Change("CREATED", RESOURCE, row.id(), row.organization(), 1, null);
        return Outcome.created(mapping.wire(row), 1, PATH + row.id(), change);
    }

    Outcome<Document> update(String id, Findings findings) {
        DocumentRow row = repository
                .lock(id)
                .filter(this::isReadable)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        if (!Caller.current().covers(organization(row).path())) {
            throw new ProblemException(ProblemCode.NOT_OWNER, Map.of("actual", row.organization()));
        }
        IfMatch.required(row.version());
        DocumentCreate wanted =
                patches.apply(mapping.write(row), RequestState.current().bodyTree(), DocumentCreate.class);
        parties.check(Collections.singletonMap("/issuer", wanted.getIssuer()), findings);
        findings.throwIfErrors();
        DocumentRow next = mapping.row(id, wanted, row.version() + 1, row.createdAt(), clock.instant());
        requireFree(next);
        save(next, row.version());
        Change change = new Change("UPDATED", RESOURCE, id, row.organization(), next.version(), null);
        return Outcome.ok(mapping.wire(next), next.version(), List.of(change));
    }

    /** The one that is registered: of the same day, or, where no day is known, the only one with a day. */
    private Optional<DocumentRow> same(DocumentRow wanted) {
        List<DocumentRow> alike = repository.alike(wanted.organization(), wanted.numberKey(), wanted.issuerKey());
        Optional<DocumentRow> exact = alike.stream()
                .filter(row -> row.sortedOn().equals(wanted.sortedOn()))
                .findFirst();
        return exact.isEmpty() && wanted.issuedOn() == null && alike.size() == 1
                ? Optional.of(alike.getFirst())
                : exact;
    }

    private void requireFree(DocumentRow next) {
        repository.alike(next.organization(), next.numberKey(), next.issuerKey()).stream()
                .filter(row ->
                        row.sortedOn().equals(next.sortedOn()) && !row.id().equals(next.id()))
                .findFirst()
                .ifPresent(other -> {
                    String link = PATH + other.id();
                    Note note = Note.error(ProblemCode.DOCUMENT_EXISTS)
                            .actual(other.fullNumber() == null ? other.rawText() : other.fullNumber())
                            .evidence(List.of(link));
                    throw new ProblemException(note.code(), note.values(), List.of(note), Extras.link(link));
                });
    }

    private void save(DocumentRow next, long version) {
        long saved = repository.update(
                next.id(),
                next.issuerOrganization(),
                next.issuerText(),
                next.issuedOn(),
                next.title(),
                next.searchText(),
                next.issuerKey(),
                next.sortedOn(),
                next.updatedAt(),
                version);
        if (saved == 0) {
            throw IfMatch.stale(version + 1);
        }
    }

    private OrganizationRef organization(DocumentRow row) {
        return organizations.find(row.organization()).orElseThrow();
    }

    /** Open to whoever reads a row that cites it, too. */
    private boolean isReadable(DocumentRow row) {
        return isOpen(organization(row))
                || citing.stream()
                        .anyMatch(
                                rows -> rows.isCited(row.id(), Caller.current().path() + "%"));
    }

    private boolean isOpen(OrganizationRef organization) {
        return Caller.current().covers(organization.path()) || regimes.isReceivedFrom(organization, Caller.current());
    }
}
