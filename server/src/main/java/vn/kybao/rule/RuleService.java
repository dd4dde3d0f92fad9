package vn.kybao.rule;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Rule;
import vn.kybao.api.model.RuleCreate;
import vn.kybao.api.model.RuleDescription;
import vn.kybao.api.model.RulePage;
import vn.kybao.api.model.RuleVersion;
import vn.kybao.api.model.Severity;
import vn.kybao.http.IfMatch;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.json.MergePatch;
import vn.kybao.organization.OrganizationService;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.search.SearchText;

/** Rules: readable by every credential, written under an owner in one's own subtree, kept in every version. */
@Singleton
public class RuleService {
    private static final String RESOURCE = "rule";
    private static final int MOST_COMPILED = 10_000;

    private final RuleRepository repository;
    private final RuleVersionRepository versions;
    private final RuleMapping mapping;
    private final RuleChecks checks;
    private final OrganizationService organizations;
    private final MergePatch patches;
    private final Pages pages;
    private final Clock clock;

    /** Conditions are compiled once for each version of a rule. */
    private final Cache<RuleRow, RuleDefinition> compiled =
            Caffeine.newBuilder().maximumSize(MOST_COMPILED).build();

    RuleService(
            RuleRepository repository,
            RuleVersionRepository versions,
            RuleMapping mapping,
            RuleChecks checks,
            OrganizationService organizations,
            MergePatch patches,
            Pages pages,
            Clock clock) {
        this.repository = repository;
        this.versions = versions;
        this.mapping = mapping;
        this.checks = checks;
        this.organizations = organizations;
        this.patches = patches;
        this.pages = pages;
        this.clock = clock;
    }

    /** The version of all rules together, held until the transaction ends: the rules read in it are those of that set. */
    public String hold() {
        return RuleMapping.ruleSet(BuiltInRule.VERSION, versions.writesHeld());
    }

    /** The version of all rules together, such as {@code 1.12}. */
    String ruleSet() {
        return RuleMapping.ruleSet(BuiltInRule.VERSION, versions.writes());
    }

    /**
     * The rules for a filing, by code: those whose owner is the reporter or above it, or above the owner of the regime,
     * and that are valid on some day of the window.
     *
     * @param reporterPath place of the reporter in the tree
     * @param regimeOwnerPath place of the regime's owner in the tree
     */
    public List<RuleDefinition> applicable(
            String reporterPath, String regimeOwnerPath, LocalDate windowStart, LocalDate windowEnd) {
        // A path is made of the codes on the way from the root, so that they are all owners whose path it begins with.
        Set<String> owners = new TreeSet<>();
        owners.addAll(codes(reporterPath));
        owners.addAll(codes(regimeOwnerPath));
        return repository.valid(owners, windowStart, windowEnd).stream()
                .map(row -> compiled.get(row, mapping::definition))
                .toList();
    }

    private static List<String> codes(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    RulePage page(
            @Nullable String q,
            @Nullable String owner,
            @Nullable Severity severity,
            @Nullable Integer limit,
            @Nullable String cursor) {
        // Read first: a rule written meanwhile then shows under the set before, and the next read tells of the change.
        String ruleSet = ruleSet();
        Page<Rule> page = pages.page(
                        limit,
                        cursor,
                        slice -> repository.page(
                                SearchText.pattern(q),
                                owner,
                                severity == null ? null : severity.getValue(),
                                slice.after(0),
                                slice.count()),
                        row -> List.of(row.code()))
                .map(mapping::wire);
        return new RulePage().items(page.items()).nextCursor(page.nextCursor()).ruleSet(ruleSet);
    }

    Rule get(String code) {
        return mapping.wire(find(code));
    }

    Page<RuleVersion> history(String code, @Nullable Integer limit, @Nullable String cursor) {
        find(code);
        return pages.page(
                        limit,
                        cursor,
                        slice -> {
                            String before = slice.after(0);
                            return versions.history(code, before == null ? null : Long.valueOf(before), slice.count());
                        },
                        row -> List.of(String.valueOf(row.version())))
                .map(mapping::wire);
    }

    List<RuleDescription> builtIn() {
        return Arrays.stream(BuiltInRule.values()).map(mapping::wire).toList();
    }

    Outcome<Rule> create(RuleCreate wanted, Findings findings) {
        organizations.writable(wanted.getOwner(), "/owner", findings);
        checks.check(wanted, findings);
        findings.throwIfErrors();
        if (isTaken(wanted.getCode())) {
            throw new ProblemException(
                    Note.error(ProblemCode.CODE_TAKEN).at("/code").actual(wanted.getCode()));
        }
        Instant now = clock.instant();
        RuleRow row = mapping.row(wanted, 1, now, now);
        repository.save(row);
        keep(row);
        return Outcome.created(
                mapping.wire(row),
                1,
                "/v1/rules/" + row.code(),
                new Change("CREATED", RESOURCE, row.code(), row.owner(), 1, null));
    }

    Outcome<Rule> update(String code, Findings findings) {
        RuleRow row = repository.lock(code).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        organizations.writable(row.owner(), "/owner", findings);
        IfMatch.required(row.version());
        RuleCreate wanted =
                patches.apply(mapping.write(row), RequestState.current().bodyTree(), RuleCreate.class);
        if (!Objects.equals(wanted.getOwner(), row.owner())) {
            organizations.writable(wanted.getOwner(), "/owner", findings);
        }
        checks.check(wanted, findings);
        findings.throwIfErrors();
        repository.update(mapping.row(wanted, row.version() + 1, row.createdAt(), clock.instant()));
        RuleRow saved = find(code);
        keep(saved);
        return Outcome.ok(
                mapping.wire(saved),
                saved.version(),
                List.of(new Change("UPDATED", RESOURCE, code, saved.owner(), saved.version(), null)));
    }

    /** Findings bear the code of their rule, so that no rule may have a code that says something else already. */
    private boolean isTaken(String code) {
        return ProblemCode.find(code).isPresent()
                || BuiltInRule.find(code).isPresent()
                || repository.findByCode(code).isPresent();
    }

    private void keep(RuleRow row) {
        versions.countWrite();
        versions.save(RuleVersionRow.of(row, versions.writes()));
    }

    private RuleRow find(String code) {
        return repository.findByCode(code).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }
}
