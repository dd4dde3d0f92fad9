package vn.kybao.regime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Regime;
import vn.kybao.api.model.RegimeCreate;
import vn.kybao.http.IfMatch;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.json.MergePatch;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Nearest;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.search.SearchText;

/** Reporting regimes: readable by every credential, written under an owner in one's own subtree. */
@Singleton
public class RegimeService {
    private static final String RESOURCE = "regime";
    private static final int MOST_READ = 1_000;

    private final RegimeRepository repository;
    private final RegimeMapping mapping;
    private final RegimeChecks checks;
    private final OrganizationService organizations;
    private final MergePatch patches;
    private final Pages pages;
    private final Clock clock;

    /** The lists of a regime are read from JSON once for each of its versions. */
    private final Cache<RegimeRow, RegimeDefinition> read =
            Caffeine.newBuilder().maximumSize(MOST_READ).build();

    RegimeService(
            RegimeRepository repository,
            RegimeMapping mapping,
            RegimeChecks checks,
            OrganizationService organizations,
            MergePatch patches,
            Pages pages,
            Clock clock) {
        this.repository = repository;
        this.mapping = mapping;
        this.checks = checks;
        this.organizations = organizations;
        this.patches = patches;
        this.pages = pages;
        this.clock = clock;
    }

    public Optional<RegimeDefinition> find(String code) {
        return repository.findByCode(code).map(this::definition);
    }

    /** The regime, or a finding that names the nearest one. */
    public Optional<RegimeDefinition> find(@Nullable String code, String pointer, Findings findings) {
        if (code == null) {
            return Optional.empty();
        }
        Optional<RegimeDefinition> regime = find(code);
        if (regime.isEmpty()) {
            Note note = Note.error(ProblemCode.UNKNOWN_REFERENCE).at(pointer).actual(code);
            findings.add(
                    Nearest.of(code, repository.codes()).map(note::expected).orElse(note));
        }
        return regime;
    }

    /** The regimes that an organization receives. */
    public List<RegimeDefinition> receivedBy(String organization) {
        return repository.findByReceiverOrderByCode(organization).stream()
                .map(this::definition)
                .toList();
    }

    /** Every regime under which an organization reports in a window. */
    public List<RegimeDefinition> reportedBy(OrganizationRef organization, CalendarPeriod period) {
        List<RegimeDefinition> regimes = new ArrayList<>();
        for (RegimeRow row : repository.all()) {
            RegimeDefinition regime = definition(row);
            if (regime.covers(period.type()) && isReporter(regime, organization, period)) {
                regimes.add(regime);
            }
        }
        return regimes;
    }

    /** True when the organization files under the regime in that period. */
    public boolean isReporter(RegimeDefinition regime, OrganizationRef organization, CalendarPeriod period) {
        Window window = period.window(regime.calendar());
        boolean named = regime.reporters().contains(organization.code())
                || regime.reporters().contains(organization.kind());
        return named
                && organization.existsWithin(window.start(), window.end())
                && organizations
                        .find(regime.owner())
                        .filter(owner -> organization.path().startsWith(owner.path()))
                        .isPresent();
    }

    /** Everyone who files under the regime in that period, by code. */
    public List<OrganizationRef> reporters(RegimeDefinition regime, CalendarPeriod period) {
        Window window = period.window(regime.calendar());
        String ownerPath = organizations.find(regime.owner()).orElseThrow().path();
        List<String> kinds = regime.reporters().stream()
                .filter(r -> Character.isUpperCase(r.charAt(0)))
                .toList();
        List<OrganizationRef> all = new ArrayList<>(organizations.ofKinds(ownerPath, kinds));
        organizations.find(regime.reporters()).stream()
                .filter(o -> o.path().startsWith(ownerPath) && !all.contains(o))
                .forEach(all::add);
        return all.stream()
                .filter(o -> o.existsWithin(window.start(), window.end()))
                .sorted(java.util.Comparator.comparing(OrganizationRef::code))
                .toList();
    }

    /** True when someone in the caller's subtree receives a regime under which the organization files. */
    public boolean isReceivedFrom(OrganizationRef organization, Caller caller) {
        return repository.all().stream()
                .map(this::definition)
                .filter(regime -> regime.reporters().contains(organization.code())
                        || regime.reporters().contains(organization.kind()))
                .filter(regime -> organizations
                        .find(regime.owner())
                        .filter(owner -> organization.path().startsWith(owner.path()))
                        .isPresent())
                .anyMatch(regime -> organizations
                        .find(regime.receiver())
                        .filter(receiver -> caller.covers(receiver.path()))
                        .isPresent());
    }

    /** The codes of the regimes that someone in the caller's subtree receives or files under. */
    public List<String> openTo(Caller caller) {
        List<OrganizationRef> subtree = organizations.within(caller.path());
        List<String> codes = subtree.stream().map(OrganizationRef::code).toList();
        List<String> open = new ArrayList<>();
        for (RegimeRow row : repository.all()) {
            RegimeDefinition regime = definition(row);
            boolean files = subtree.stream()
                    .anyMatch(o -> regime.reporters().contains(o.code())
                            || regime.reporters().contains(o.kind()));
            if (codes.contains(regime.receiver()) || (files && ownerIsAboveOrWithin(regime, caller))) {
                open.add(regime.code());
            }
        }
        return open;
    }

    private boolean ownerIsAboveOrWithin(RegimeDefinition regime, Caller caller) {
        String path = organizations.find(regime.owner()).orElseThrow().path();
        return caller.path().startsWith(path) || path.startsWith(caller.path());
    }

    Page<Regime> page(
            @Nullable String q,
            @Nullable String owner,
            @Nullable String receiver,
            @Nullable Integer limit,
            @Nullable String cursor) {
        return pages.page(
                        limit,
                        cursor,
                        slice -> repository.page(SearchText.pattern(q), owner, receiver, slice.after(0), slice.count()),
                        row -> List.of(row.code()))
                .map(mapping::wire);
    }

    Regime get(String code) {
        return repository
                .findByCode(code)
                .map(mapping::wire)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    Outcome<Regime> create(RegimeCreate wanted, Findings findings) {
        organizations.writable(wanted.getOwner(), "/owner", findings);
        checks.check(wanted, findings);
        findings.throwIfErrors();
        if (repository.findByCode(wanted.getCode()).isPresent()) {
            throw new ProblemException(
                    Note.error(ProblemCode.CODE_TAKEN).at("/code").actual(wanted.getCode()));
        }
        Instant now = clock.instant();
        RegimeRow row = mapping.row(wanted, 1, now, now);
        repository.save(row);
        return Outcome.created(
                mapping.wire(row),
                1,
                "/v1/regimes/" + row.code(),
                new Change("CREATED", RESOURCE, row.code(), row.owner(), 1, null));
    }

    Outcome<Regime> update(String code, Findings findings) {
        RegimeRow row = repository.lock(code).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        organizations.writable(row.owner(), "/owner", findings);
        IfMatch.required(row.version());
        RegimeCreate wanted =
                patches.apply(mapping.write(row), RequestState.current().bodyTree(), RegimeCreate.class);
        if (!Objects.equals(wanted.getOwner(), row.owner())) {
            organizations.writable(wanted.getOwner(), "/owner", findings);
        }
        checks.check(wanted, findings);
        findings.throwIfErrors();
        repository.update(mapping.row(wanted, row.version() + 1, row.createdAt(), clock.instant()));
        RegimeRow saved = repository.findByCode(code).orElseThrow();
        return Outcome.ok(
                mapping.wire(saved),
                saved.version(),
                List.of(new Change("UPDATED", RESOURCE, code, saved.owner(), saved.version(), null)));
    }

    private RegimeDefinition definition(RegimeRow row) {
        return read.get(row, mapping::definition);
    }
}
