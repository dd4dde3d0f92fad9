package vn.kybao.regime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        List<RegimeDefinition> all = all();
        Map<String, OrganizationRef> owners = byCode(all, RegimeDefinition::owner);
        return all.stream()
                .filter(regime -> regime.covers(period.type()))
                .filter(regime -> isReporter(regime, owners.get(regime.owner()), organization, period))
                .toList();
    }

    /** Every regime under which an organization reports, in whatever period. */
    public List<RegimeDefinition> naming(OrganizationRef organization) {
        List<RegimeDefinition> named =
                all().stream().filter(regime -> regime.names(organization)).toList();
        Map<String, OrganizationRef> owners = byCode(named, RegimeDefinition::owner);
        return named.stream()
                .filter(regime -> isWithin(organization, owners.get(regime.owner())))
                .toList();
    }

    /** True when the organization files under the regime in that period. */
    public boolean isReporter(RegimeDefinition regime, OrganizationRef organization, CalendarPeriod period) {
        return isReporter(regime, organizations.find(regime.owner()).orElse(null), organization, period);
    }

    private static boolean isReporter(
            RegimeDefinition regime,
            @Nullable OrganizationRef owner,
            OrganizationRef organization,
            CalendarPeriod period) {
        Window window = period.window(regime.calendar());
        return regime.names(organization)
                && organization.existsWithin(window.start(), window.end())
                && isWithin(organization, owner);
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
        List<RegimeDefinition> named = naming(organization);
        Map<String, OrganizationRef> receivers = byCode(named, RegimeDefinition::receiver);
        return named.stream()
                .map(regime -> receivers.get(regime.receiver()))
                .anyMatch(receiver -> receiver != null && caller.covers(receiver.path()));
    }

    /** The codes of the regimes that someone in the caller's subtree receives. */
    public Set<String> receivedWithin(Caller caller) {
        List<RegimeDefinition> all = all();
        Map<String, OrganizationRef> receivers = byCode(all, RegimeDefinition::receiver);
        return all.stream()
                .filter(regime -> receivers.containsKey(regime.receiver())
                        && caller.covers(Objects.requireNonNull(receivers.get(regime.receiver()))
                                .path()))
                .map(RegimeDefinition::code)
                .collect(Collectors.toSet());
    }

    /** The codes of the regimes that someone in the caller's subtree receives or files under. */
    public List<String> openTo(Caller caller) {
        List<OrganizationRef> subtree = organizations.within(caller.path());
        Set<String> names = new HashSet<>();
        subtree.forEach(organization -> names.addAll(List.of(organization.code(), organization.kind())));
        Set<String> codes = subtree.stream().map(OrganizationRef::code).collect(Collectors.toSet());
        List<RegimeDefinition> all = all();
        Map<String, OrganizationRef> owners = byCode(all, RegimeDefinition::owner);
        return all.stream()
                .filter(regime -> codes.contains(regime.receiver())
                        || (!Collections.disjoint(names, regime.reporters())
                                && isAboveOrWithin(owners.get(regime.owner()), caller)))
                .map(RegimeDefinition::code)
                .toList();
    }

    private static boolean isWithin(OrganizationRef organization, @Nullable OrganizationRef above) {
        return above != null && organization.path().startsWith(above.path());
    }

    private static boolean isAboveOrWithin(@Nullable OrganizationRef owner, Caller caller) {
        return owner != null
                && (caller.path().startsWith(owner.path()) || owner.path().startsWith(caller.path()));
    }

    private List<RegimeDefinition> all() {
        return repository.all().stream().map(this::definition).toList();
    }

    /** The organizations that regimes name in one place, read at once. */
    private Map<String, OrganizationRef> byCode(
            List<RegimeDefinition> regimes, Function<RegimeDefinition, String> place) {
        return organizations.find(regimes.stream().map(place).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(OrganizationRef::code, Function.identity()));
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
