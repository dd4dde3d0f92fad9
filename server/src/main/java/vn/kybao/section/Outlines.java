package vn.kybao.section;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.ClaimStatus;
import vn.kybao.api.model.OutlineNode;
import vn.kybao.api.model.SectionOutline;
import vn.kybao.api.model.SectionPage;
import vn.kybao.api.model.SectionPatch;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Findings;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.section.SectionMapping.Writing;
import vn.kybao.section.SectionRepository.Head;
import vn.kybao.time.Ids;

/** Makes the sections of a report from the outline of its regime, with the texts of an earlier period if wanted. */
@Singleton
final class Outlines {
    /** Between two nodes of an outline there is room for sections of the report's own. */
    static final int STEP = 10;

    private static final int MOST_ON_A_PAGE = 200;
    /** Sections that are read and written at once, and no more than so many characters of text. */
    private static final int BATCH = 100;

    private static final int MOST_TEXT = 1_000_000;

    private final SectionRepository repository;
    private final SectionVersions versions;
    private final SectionMapping mapping;
    private final SectionChecks checks;
    private final Predecessors predecessors;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    Outlines(
            SectionRepository repository,
            SectionVersions versions,
            SectionMapping mapping,
            SectionChecks checks,
            Predecessors predecessors,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.versions = versions;
        this.mapping = mapping;
        this.checks = checks;
        this.predecessors = predecessors;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A section that is to be made.
     *
     * @param node its node
     * @param content what the outline says of it; null for one that only the report before has
     * @param source the section of an earlier report that is carried over, or null
     */
    private record Planned(
            String node,
            @Nullable SectionPatch content,
            @Nullable Head source) {
        long weight() {
            return source == null ? 0 : source.weight();
        }
    }

    Outcome<SectionPage> create(SectionOutline wanted, Findings findings) {
        SectionChecks.Place place =
                checks.place(wanted.getOrganization(), wanted.getPeriod(), wanted.getRegime(), findings);
        findings.throwIfErrors();
        Report report = place.report().orElseThrow();
        CalendarPeriod period = Optional.ofNullable(place.period()).orElseThrow();
        List<OutlineNode> outline = Optional.ofNullable(place.regime())
                .map(RegimeDefinition::outline)
                .orElseThrow();
        Set<String> present = repository.lockTree(report.organization(), report.period(), report.regime()).stream()
                .map(SectionRepository.Link::node)
                .collect(Collectors.toSet());
        List<Planned> planned = planned(report, period, outline, present, Boolean.TRUE.equals(wanted.getCarryOver()));
        Set<String> nodes = new HashSet<>(present);
        planned.forEach(one -> nodes.add(one.node()));
        List<Change> changes = new ArrayList<>();
        for (int from = 0, to; from < planned.size(); from = to) {
            to = batchEnd(planned, from);
            write(report, period, planned.subList(from, to), nodes, changes);
        }
        return Outcome.ok(firstPage(report), 0, changes);
    }

    /** The nodes of the outline that are not there yet, then those that only the report before has. */
    private List<Planned> planned(
            Report report, CalendarPeriod period, List<OutlineNode> outline, Set<String> present, boolean carryOver) {
        List<String> missing = outline.stream()
                .map(OutlineNode::getNode)
                .filter(node -> !present.contains(node))
                .toList();
        Map<String, Head> earlier = carryOver ? predecessors.latest(report, period, missing) : Map.of();
        List<Planned> planned = new ArrayList<>();
        Set<String> known = new HashSet<>(present);
        for (int i = 0; i < outline.size(); i++) {
            String node = outline.get(i).getNode();
            if (known.add(node)) {
                planned.add(new Planned(node, content(outline.get(i), (i + 1) * STEP), earlier.get(node)));
            }
        }
        if (carryOver) {
            predecessors.before(report, period).stream()
                    .filter(head -> known.add(head.node()))
                    .forEach(head -> planned.add(new Planned(head.node(), null, head)));
        }
        return planned;
    }

    private static int batchEnd(List<Planned> planned, int from) {
        long weight = 0;
        int to = from;
        while (to < planned.size() && to - from < BATCH) {
            weight += planned.get(to).weight();
            if (to > from && weight > MOST_TEXT) {
                break;
            }
            to++;
        }
        return to;
    }

    private static SectionPatch content(OutlineNode node, int ordinal) {
        return new SectionPatch()
                .label(node.getLabel())
                .ordinal(ordinal)
                .parent(node.getParent())
                .title(node.getTitle())
                .kind(node.getKind());
    }

    private void write(
            Report report, CalendarPeriod period, List<Planned> planned, Set<String> nodes, List<Change> changes) {
        Writing writing = new Writing(Caller.current().credential(), clock.instant());
        List<String> sources = planned.stream()
                .map(Planned::source)
                .filter(Objects::nonNull)
                .map(Head::id)
                .toList();
        Map<String, SectionRow> byNode = new HashMap<>();
        if (!sources.isEmpty()) {
            repository.findAll(sources).forEach(row -> byNode.put(row.node(), row));
        }
        List<SectionRow> rows = planned.stream()
                .map(one -> row(report, period, one, byNode.get(one.node()), nodes, writing))
                .toList();
        repository.saveAll(rows);
        versions.keep(rows);
        rows.forEach(row -> changes.add(
                new Change("CREATED", SectionService.RESOURCE, row.id(), row.organization(), row.version(), null)));
    }

    private SectionRow row(
            Report report,
            CalendarPeriod period,
            Planned planned,
            @Nullable SectionRow source,
            Set<String> nodes,
            Writing writing) {
        SectionPatch content = planned.content();
        if (source == null) {
            return mapping.row(ids.next(), report, planned.node(), Objects.requireNonNull(content), null, writing);
        }
        if (content == null) {
            content = mapping.content(source);
            content.parent(nodes.contains(source.parent()) ? source.parent() : null);
        }
        List<Claim> claims = mapping.claims(source).stream()
                .map(claim -> claim.status(ClaimStatus.PROPOSED))
                .toList();
        content.label(source.label())
                .planFor(Predecessors.planFor(source, period))
                .body(source.body())
                .claims(claims);
        String carriedFrom = source.body().isEmpty() ? null : source.id();
        return mapping.row(ids.next(), report, planned.node(), content, carriedFrom, writing);
    }

    private SectionPage firstPage(Report report) {
        Page<Head> page = page(report);
        List<String> shown = page.items().stream().map(Head::id).toList();
        return new SectionPage()
                .items(
                        shown.isEmpty()
                                ? List.of()
                                : repository.findAll(shown).stream()
                                        .map(mapping::wire)
                                        .toList())
                .nextCursor(page.nextCursor());
    }

    private Page<Head> page(Report report) {
        List<Head> heads =
                repository.heads(report.organization(), report.period(), report.regime(), MOST_ON_A_PAGE + 1);
        return pages.first(
                "/v1/sections",
                Map.of(
                        "organization", report.organization(),
                        "period", report.period(),
                        "regime", report.regime()),
                heads,
                SectionService::sortValues,
                Head::weight);
    }
}
