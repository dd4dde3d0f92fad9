package vn.kybao.organization;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Organization;
import vn.kybao.api.model.OrganizationCreate;
import vn.kybao.api.model.OrganizationKind;
import vn.kybao.api.model.Predecessor;
import vn.kybao.http.IfMatch;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.json.MergePatch;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.search.SearchText;

/** The tree of organizations: readable by every credential, written within one's own subtree. */
@Singleton
public class OrganizationService {
    private static final String RESOURCE = "organization";
    private static final int LONGEST_PATH = 1024;

    private final OrganizationRepository repository;
    private final OrganizationMapping mapping;
    private final MergePatch patches;
    private final Pages pages;
    private final Clock clock;

    OrganizationService(
            OrganizationRepository repository,
            OrganizationMapping mapping,
            MergePatch patches,
            Pages pages,
            Clock clock) {
        this.repository = repository;
        this.mapping = mapping;
        this.patches = patches;
        this.pages = pages;
        this.clock = clock;
    }

    /** The organization of that code, if there is one. */
    public Optional<OrganizationRef> find(@Nullable String code) {
        return code == null ? Optional.empty() : repository.ref(code);
    }

    /** Those of the codes that exist. */
    public List<OrganizationRef> find(Collection<String> codes) {
        return codes.isEmpty() ? List.of() : repository.refs(codes);
    }

    /** Those of the kinds that lie at or below a place in the tree. */
    public List<OrganizationRef> ofKinds(String path, Collection<String> kinds) {
        return kinds.isEmpty() ? List.of() : repository.ofKinds(path + "%", kinds);
    }

    /** Those at or below a place in the tree. */
    public List<OrganizationRef> within(String path) {
        return repository.within(path + "%");
    }

    /** What the organizations with other names are called, and these names. */
    public Map<String, List<String>> aliases() {
        Map<String, List<String>> aliases = new TreeMap<>();
        repository
                .withAliases()
                .forEach(row -> aliases.merge(
                        row.nameVi(),
                        mapping.aliases(row),
                        (one, two) -> Stream.concat(one.stream(), two.stream())
                                .distinct()
                                .toList()));
        return aliases;
    }

    /** Adds a finding unless the organization exists and lies in the caller's subtree. */
    public Optional<OrganizationRef> writable(@Nullable String code, String pointer, Findings findings) {
        if (code == null) {
            return Optional.empty();
        }
        Optional<OrganizationRef> found = find(code);
        if (found.isPresent() && Caller.current().covers(found.get().path())) {
            return found;
        }
        if (found.isPresent()) {
            throw new ProblemException(ProblemCode.NOT_OWNER, Map.of("actual", code));
        }
        findings.add(Note.error(ProblemCode.UNKNOWN_REFERENCE).at(pointer).actual(code));
        return Optional.empty();
    }

    /** Makes the root organization; false when there is an organization already. */
    public boolean createRoot(String code, String name, OrganizationKind kind) {
        if (repository.count() > 0) {
            return false;
        }
        Instant now = clock.instant();
        OrganizationCreate root = new OrganizationCreate()
                .code(code)
                .name(new LocalizedText().vi(name))
                .kind(kind);
        repository.save(mapping.row(root, "/" + code + "/", 1, now, now));
        return true;
    }

    Page<Organization> page(
            @Nullable String q,
            @Nullable OrganizationKind kind,
            @Nullable String parent,
            @Nullable Integer limit,
            @Nullable String cursor) {
        return pages.page(
                        limit,
                        cursor,
                        slice -> repository.page(
                                SearchText.pattern(q),
                                kind == null ? null : kind.getValue(),
                                parent,
                                slice.after(0),
                                slice.count()),
                        row -> List.of(row.code()))
                .map(mapping::wire);
    }

    Organization get(String code) {
        return repository
                .findByCode(code)
                .map(mapping::wire)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    Outcome<Organization> create(OrganizationCreate wanted, Findings findings) {
        repository.lockTree();
        Optional<OrganizationRef> parent = writable(wanted.getParent(), "/parent", findings);
        check(wanted, findings);
        parent.ifPresent(p -> checkDepth(
                p.path().length()
                        + (wanted.getCode() == null ? 0 : wanted.getCode().length())
                        + 1,
                findings));
        findings.throwIfErrors();
        if (find(wanted.getCode()).isPresent()) {
            throw new ProblemException(
                    Note.error(ProblemCode.CODE_TAKEN).at("/code").actual(wanted.getCode()));
        }
        Instant now = clock.instant();
        String path = parent.orElseThrow().path() + wanted.getCode() + "/";
        OrganizationRow row = mapping.row(wanted, path, 1, now, now);
        repository.save(row);
        return Outcome.created(
                mapping.wire(row),
                1,
                "/v1/organizations/" + row.code(),
                new Change("CREATED", RESOURCE, row.code(), row.code(), 1, null));
    }

    Outcome<Organization> update(String code, Findings findings) {
        repository.lockTree();
        OrganizationRow row = repository.lock(code).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        if (!Caller.current().covers(row.path())) {
            throw new ProblemException(ProblemCode.NOT_OWNER, Map.of("actual", code));
        }
        IfMatch.required(row.version());
        OrganizationCreate wanted =
                patches.apply(mapping.write(row), RequestState.current().bodyTree(), OrganizationCreate.class);
        String path = row.path();
        if (!Objects.equals(wanted.getParent(), row.parent())) {
            path = movedPath(row, wanted, findings);
        }
        check(wanted, findings);
        findings.throwIfErrors();
        OrganizationRow next = mapping.row(wanted, path, row.version() + 1, row.createdAt(), clock.instant());
        save(next, row.version());
        if (!path.equals(row.path())) {
            repository.move(row.path(), path, row.path().length());
        }
        return Outcome.ok(
                mapping.wire(next),
                next.version(),
                List.of(new Change("UPDATED", RESOURCE, code, code, next.version(), null)));
    }

    private String movedPath(OrganizationRow row, OrganizationCreate wanted, Findings findings) {
        Optional<OrganizationRef> parent = writable(wanted.getParent(), "/parent", findings);
        if (parent.isEmpty()) {
            return row.path();
        }
        if (parent.get().path().startsWith(row.path())) {
            findings.add(Note.error(ProblemCode.ORGANIZATION_CYCLE)
                    .at("/parent")
                    .actual(parent.get().code()));
            return row.path();
        }
        String path = parent.get().path() + row.code() + "/";
        checkDepth(repository.longestPath(row.path() + "%") - row.path().length() + path.length(), findings);
        repository
                .regimeLosingItsReceiver(row.path(), path, row.path().length())
                .ifPresent(regime -> findings.add(Note.error(ProblemCode.RECEIVER_LEAVES)
                        .at("/parent")
                        .with("regime", regime)
                        .evidence(List.of("/v1/regimes/" + regime))));
        return path;
    }

    private void save(OrganizationRow next, long version) {
        long saved = repository.update(
                next.code(),
                next.nameVi(),
                next.nameEn(),
                next.kind(),
                next.parent(),
                next.administrativeCode(),
                next.electronicId(),
                next.aliases(),
                next.predecessors(),
                next.searchText(),
                next.validFrom(),
                next.validTo(),
                next.updatedAt(),
                version);
        if (saved == 0) {
            throw IfMatch.stale(version + 1);
        }
    }

    private static void checkDepth(int length, Findings findings) {
        if (length > LONGEST_PATH) {
            findings.add(Note.error(ProblemCode.OUT_OF_BOUNDS)
                    .at("/parent")
                    .actual(String.valueOf(length))
                    .expected("≤ " + LONGEST_PATH));
        }
    }

    private void check(OrganizationCreate wanted, Findings findings) {
        LocalDate from = wanted.getValidFrom();
        LocalDate to = wanted.getValidTo();
        if (from != null && to != null && to.isBefore(from)) {
            findings.add(Note.error(ProblemCode.DATES_REVERSED)
                    .at("/validTo")
                    .actual(to.toString())
                    .expected("≥ " + from));
        }
        List<Predecessor> predecessors = Objects.requireNonNullElse(wanted.getPredecessors(), List.of());
        for (int i = 0; i < predecessors.size(); i++) {
            Predecessor predecessor = predecessors.get(i);
            if (predecessor != null) {
                check(predecessor, "/predecessors/" + i, findings);
            }
        }
    }

    private void check(Predecessor predecessor, String pointer, Findings findings) {
        String code = predecessor.getCode();
        Caller caller = Caller.current();
        if (code != null && find(code).filter(o -> caller.covers(o.path())).isEmpty()) {
            findings.add(Note.error(ProblemCode.UNKNOWN_REFERENCE)
                    .at(pointer + "/code")
                    .actual(code));
        }
        BigDecimal share = predecessor.getShare();
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            findings.add(Note.error(ProblemCode.SHARE_OUT_OF_RANGE)
                    .at(pointer + "/share")
                    .actual(share.toPlainString())
                    .expected("0–1"));
        }
    }
}
