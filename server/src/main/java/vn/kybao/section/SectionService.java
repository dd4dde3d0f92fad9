package vn.kybao.section;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.RenderedSection;
import vn.kybao.api.model.Section;
import vn.kybao.api.model.SectionCreate;
import vn.kybao.api.model.SectionKind;
import vn.kybao.api.model.SectionPatch;
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
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.search.SearchText;
import vn.kybao.section.SectionMapping.Writing;
import vn.kybao.section.SectionRepository.Head;
import vn.kybao.time.Ids;

/** Sections: written within one's subtree while the collection is open, read there and by the regime's receiver. */
@Singleton
public class SectionService {
    static final String RESOURCE = "section";
    private static final int MOST_SECTIONS = 1_000;
    private static final int MOST_TEXT = 8_000_000;

    private final SectionRepository repository;
    private final SectionVersions versions;
    private final SectionMapping mapping;
    private final SectionChecks checks;
    private final BodyChecks bodies;
    private final ClaimChecks claims;
    private final Scans scans;
    private final SectionRenderer renderer;
    private final OrganizationService organizations;
    private final MergePatch patches;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    SectionService(
            SectionRepository repository,
            SectionVersions versions,
            SectionMapping mapping,
            SectionChecks checks,
            BodyChecks bodies,
            ClaimChecks claims,
            Scans scans,
            SectionRenderer renderer,
            OrganizationService organizations,
            MergePatch patches,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.versions = versions;
        this.mapping = mapping;
        this.checks = checks;
        this.bodies = bodies;
        this.claims = claims;
        this.scans = scans;
        this.renderer = renderer;
        this.organizations = organizations;
        this.patches = patches;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    /** A section, whoever asks; what the caller may know of it is for the asking feature to decide. */
    public Optional<SectionRef> find(String id) {
        return repository
                .findById(id)
                .map(row -> new SectionRef(
                        row.id(), row.organization(), row.period(), row.regime(), SectionKind.fromValue(row.kind())));
    }

    /** The sections of a report, whoever asks: the first thousand of them, and no more than 8 million characters. */
    public ReportSections report(OrganizationRef organization, CalendarPeriod period, String regime) {
        List<Head> heads = repository.heads(organization.code(), period.code(), regime, MOST_SECTIONS + 1);
        List<String> read = new ArrayList<>();
        long weight = 0;
        for (Head head : heads) {
            weight += head.weight();
            if (read.size() == MOST_SECTIONS || weight > MOST_TEXT) {
                break;
            }
            read.add(head.id());
        }
        return new ReportSections(texts(read), read.size() == heads.size());
    }

    /** The references in a report that have no figure, whoever asks; figures are read once for all of them. */
    public List<Unanswered> unanswered(
            OrganizationRef organization, CalendarPeriod period, String regime, List<Section> sections) {
        return renderer.unanswered(new Report(organization.code(), period.code(), regime), sections);
    }

    /** What is asked for; every part may be left out. */
    record Filter(
            @Nullable String q,
            @Nullable String organization,
            @Nullable String period,
            @Nullable String regime,
            @Nullable SectionKind kind) {}

    Page<Section> page(Filter filter, @Nullable Integer limit, @Nullable String cursor) {
        return pages.page(limit, cursor, slice -> heads(filter, slice), SectionService::sortValues, Head::weight)
                .mapAll(heads -> texts(heads.stream().map(Head::id).toList()));
    }

    private List<Head> heads(Filter filter, Pages.Slice slice) {
        String ordinal = slice.after(3);
        return repository.page(
                Caller.current().path() + "%",
                SearchText.pattern(filter.q()),
                filter.organization(),
                filter.period(),
                filter.regime(),
                filter.kind() == null ? null : filter.kind().getValue(),
                slice.after(0),
                slice.after(1),
                slice.after(2),
                ordinal == null ? null : Integer.valueOf(ordinal),
                slice.after(4),
                slice.count());
    }

    static List<String> sortValues(Head head) {
        return List.of(head.organization(), head.period(), head.regime(), String.valueOf(head.ordinal()), head.id());
    }

    private List<Section> texts(List<String> wanted) {
        return wanted.isEmpty()
                ? List.of()
                : repository.findAll(wanted).stream().map(mapping::wire).toList();
    }

    Section get(String id) {
        return mapping.wire(repository.visible(id));
    }

    RenderedSection rendered(String id) {
        SectionRow row = repository.visible(id);
        return renderer.render(row.report(), List.of(mapping.wire(row))).getFirst();
    }

    Outcome<Section> create(SectionCreate wanted, Findings findings) {
        Optional<Report> found = checks.place(
                        wanted.getOrganization(), wanted.getPeriod(), wanted.getRegime(), findings)
                .report();
        found.ifPresent(report -> checks.parent(report, wanted.getParent(), findings));
        checks.planFor(wanted.getPlanFor(), findings);
        bodies.check(wanted.getBody(), findings);
        findings.throwIfErrors();
        Report report = found.orElseThrow();
        if (repository
                .findNode(report.organization(), report.period(), report.regime(), wanted.getNode())
                .isPresent()) {
            throw new ProblemException(
                    Note.error(ProblemCode.CODE_TAKEN).at("/node").actual(wanted.getNode()));
        }
        SectionPatch content = new SectionPatch()
                .label(wanted.getLabel())
                .ordinal(Objects.requireNonNullElseGet(wanted.getOrdinal(), () -> next(report)))
                .parent(wanted.getParent())
                .title(wanted.getTitle())
                .kind(wanted.getKind())
                .planFor(wanted.getPlanFor())
                .body(wanted.getBody());
        SectionRow row = mapping.row(ids.next(), report, wanted.getNode(), content, null, writing());
        repository.save(row);
        versions.keep(row);
        return Outcome.created(mapping.wire(row), 1, "/v1/sections/" + row.id(), change("CREATED", row));
    }

    private int next(Report report) {
        return repository.lastOrdinal(report.organization(), report.period(), report.regime()) + Outlines.STEP;
    }

    Outcome<Section> update(String id, Findings findings) {
        SectionRow row = writable(id);
        IfMatch.required(row.version());
        checks.requireOpen(row.report(), findings);
        var patch = RequestState.current().bodyTree();
        SectionPatch content = patches.apply(mapping.content(row), patch, SectionPatch.class);
        if (!Objects.equals(content.getParent(), row.parent())) {
            checks.move(row.report(), row.node(), content.getParent(), findings);
        }
        checks.planFor(content.getPlanFor(), findings);
        String body = Objects.requireNonNullElse(content.getBody(), row.body());
        if (!body.equals(row.body())) {
            bodies.check(body, findings);
        }
        List<Claim> wanted = Objects.requireNonNullElse(content.getClaims(), List.of());
        if (patch.has("claims")) {
            claims.check(wanted, body, findings);
        } else if (!body.equals(row.body())) {
            content.claims(ClaimChecks.moved(wanted, row.body(), body));
        }
        findings.throwIfErrors();
        return written(mapping.next(row, content, writing()));
    }

    Outcome<Section> scan(String id, Findings findings) {
        SectionRow row = writable(id);
        IfMatch.ifPresent(row.version());
        checks.requireOpen(row.report(), findings);
        findings.throwIfErrors();
        SectionPatch content = mapping.content(row);
        List<Claim> all = new ArrayList<>(Objects.requireNonNullElse(content.getClaims(), List.of()));
        List<Claim> more = scans.found(row, all);
        if (more.isEmpty()) {
            return Outcome.ok(mapping.wire(row), row.version(), List.of());
        }
        all.addAll(more);
        return written(mapping.next(row, content.claims(all), writing()));
    }

    private Outcome<Section> written(SectionRow next) {
        if (repository.write(next) == 0) {
            throw IfMatch.stale(next.version());
        }
        versions.keep(next);
        return Outcome.ok(mapping.wire(next), next.version(), List.of(change("UPDATED", next)));
    }

    Outcome<Void> delete(String id, Findings findings) {
        SectionRow row = writable(id);
        IfMatch.required(row.version());
        checks.requireOpen(row.report(), findings);
        repository
                .firstBelow(row.organization(), row.period(), row.regime(), row.node())
                .ifPresent(below -> findings.add(Note.error(ProblemCode.IN_USE).actual(below)));
        findings.throwIfErrors();
        if (repository.remove(row.id(), row.version()) == 0) {
            throw IfMatch.stale(row.version() + 1);
        }
        Change change = new Change("DELETED", RESOURCE, row.id(), row.organization(), row.version() + 1, null);
        return new Outcome<>(204, null, 0, null, List.of(change), null);
    }

    /** Found, locked and in the caller's subtree; one that the caller may only read is 403. */
    private SectionRow writable(String id) {
        SectionRow row = repository.visibleAndLocked(id);
        boolean isOwn = organizations
                .find(row.organization())
                .filter(o -> Caller.current().covers(o.path()))
                .isPresent();
        if (!isOwn) {
            throw new ProblemException(ProblemCode.NOT_OWNER, Map.of("actual", row.organization()));
        }
        return row;
    }

    private Writing writing() {
        return new Writing(Caller.current().credential(), clock.instant());
    }

    private static Change change(String type, SectionRow row) {
        return new Change(type, RESOURCE, row.id(), row.organization(), row.version(), null);
    }
}
