package vn.kybao.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.IndicatorCreate;
import vn.kybao.api.model.IndicatorKind;
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

/** Indicators: readable by every credential, written under an owner in one's own subtree. */
@Singleton
public class IndicatorService {
    private static final String RESOURCE = "indicator";
    private static final int MOST_COMPILED = 10_000;

    private final IndicatorRepository repository;
    private final IndicatorMapping mapping;
    private final IndicatorChecks checks;
    private final OrganizationService organizations;
    private final MergePatch patches;
    private final Pages pages;
    private final Clock clock;

    /** Formulas and schemas are compiled once for each version of an indicator. */
    private final Cache<IndicatorRow, IndicatorDefinition> compiled =
            Caffeine.newBuilder().maximumSize(MOST_COMPILED).build();

    IndicatorService(
            IndicatorRepository repository,
            IndicatorMapping mapping,
            IndicatorChecks checks,
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

    /** Those of the codes that exist, by code. */
    public Map<String, IndicatorDefinition> definitions(Collection<String> codes) {
        Map<String, IndicatorDefinition> found = new LinkedHashMap<>();
        if (!codes.isEmpty()) {
            repository.findAll(codes).forEach(row -> found.put(row.code(), compiled.get(row, mapping::definition)));
        }
        return found;
    }

    /** Every indicator that is made of others, derived or a ratio of two, by code. */
    public Map<String, IndicatorDefinition> related() {
        Map<String, IndicatorDefinition> found = new LinkedHashMap<>();
        repository.related().forEach(row -> found.put(row.code(), compiled.get(row, mapping::definition)));
        return found;
    }

    /** Every indicator that states a total over rows, by code. */
    public List<IndicatorDefinition> stating() {
        return repository.stating().stream()
                .map(row -> compiled.get(row, mapping::definition))
                .toList();
    }

    /** Those of the codes that exist, by code, as the wire carries them: with aliases and names of breakdowns. */
    public Map<String, Indicator> described(Collection<String> codes) {
        Map<String, Indicator> found = new LinkedHashMap<>();
        if (!codes.isEmpty()) {
            repository.findAll(codes).forEach(row -> found.put(row.code(), mapping.wire(row)));
        }
        return found;
    }

    /** The finding for an indicator that does not exist, with the nearest one that does. */
    public Note unknown(String code) {
        return IndicatorChecks.unknown(code, repository.codes());
    }

    Page<Indicator> page(
            @Nullable String q,
            @Nullable String owner,
            @Nullable IndicatorKind kind,
            @Nullable Integer limit,
            @Nullable String cursor) {
        return pages.page(
                        limit,
                        cursor,
                        slice -> repository.page(
                                SearchText.pattern(q),
                                owner,
                                kind == null ? null : kind.getValue(),
                                slice.after(0),
                                slice.count()),
                        row -> List.of(row.code()))
                .map(mapping::wire);
    }

    Indicator get(String code) {
        return repository
                .findByCode(code)
                .map(mapping::wire)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    Outcome<Indicator> create(IndicatorCreate wanted, Findings findings) {
        JsonNode body = RequestState.current().bodyTree();
        organizations.writable(wanted.getOwner(), "/owner", findings);
        checks.check(wanted, body, findings);
        findings.throwIfErrors();
        if (repository.findByCode(wanted.getCode()).isPresent()) {
            throw new ProblemException(
                    Note.error(ProblemCode.CODE_TAKEN).at("/code").actual(wanted.getCode()));
        }
        Instant now = clock.instant();
        IndicatorRow row = mapping.row(wanted, IndicatorMapping.schemaText(body, null), 1, now, now);
        repository.save(row);
        return Outcome.created(
                mapping.wire(row),
                1,
                "/v1/indicators/" + row.code(),
                new Change("CREATED", RESOURCE, row.code(), row.owner(), 1, null));
    }

    Outcome<Indicator> update(String code, Findings findings) {
        IndicatorRow row = repository.lock(code).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        organizations.writable(row.owner(), "/owner", findings);
        IfMatch.required(row.version());
        JsonNode patch = RequestState.current().bodyTree();
        IndicatorCreate wanted = patches.apply(mapping.write(row), patch, IndicatorCreate.class);
        if (!Objects.equals(wanted.getOwner(), row.owner())) {
            organizations.writable(wanted.getOwner(), "/owner", findings);
        }
        checks.check(wanted, patch, findings);
        IndicatorRow next = mapping.row(
                wanted,
                IndicatorMapping.schemaText(patch, row.valueSchema()),
                row.version() + 1,
                row.createdAt(),
                clock.instant());
        keepDefinition(row, next, findings);
        findings.throwIfErrors();
        repository.update(next);
        IndicatorRow saved = repository.findByCode(code).orElseThrow();
        return Outcome.ok(
                mapping.wire(saved),
                saved.version(),
                List.of(new Change("UPDATED", RESOURCE, code, saved.owner(), saved.version(), null)));
    }

    /** Figures that were filed keep their meaning: what defines them cannot change any more. */
    private void keepDefinition(IndicatorRow row, IndicatorRow next, Findings findings) {
        String changed = null;
        if (!row.unitCode().equals(next.unitCode())) {
            changed = "unit";
        } else if (!row.kind().equals(next.kind())) {
            changed = "kind";
        } else if (!row.valueType().equals(next.valueType())) {
            changed = "valueType";
        } else if (!Objects.equals(row.formula(), next.formula())) {
            changed = "formula";
        }
        if (changed != null && repository.hasObservations(row.code())) {
            findings.add(
                    Note.error(ProblemCode.INDICATOR_IN_USE).at("/" + changed).with("field", changed));
        }
    }
}
