package vn.kybao.section;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    Outlines(
            SectionRepository repository,
            SectionVersions versions,
            SectionMapping mapping,
            SectionChecks checks,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.versions = versions;
        this.mapping = mapping;
        this.checks = checks;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    Outcome<SectionPage> create(SectionOutline wanted, Findings findings) {
        SectionChecks.Place place =
                checks.place(wanted.getOrganization(), wanted.getPeriod(), wanted.getRegime(), findings);
        findings.throwIfErrors();
        Report report = place.report().orElseThrow();
        Set<String> present = repository.lockTree(report.organization(), report.period(), report.regime()).stream()
                .map(SectionRepository.Link::node)
                .collect(Collectors.toSet());
        List<SectionPatch> contents = new ArrayList<>();
        List<String> nodes = new ArrayList<>();
        List<OutlineNode> outline = Optional.ofNullable(place.regime())
                .map(RegimeDefinition::outline)
                .orElseThrow();
        for (int i = 0; i < outline.size(); i++) {
            if (!present.contains(outline.get(i).getNode())) {
                nodes.add(outline.get(i).getNode());
                contents.add(content(outline.get(i), (i + 1) * STEP));
            }
        }
        Map<String, Head> earlier = Boolean.TRUE.equals(wanted.getCarryOver())
                ? earlier(report, Optional.ofNullable(place.period()).orElseThrow(), nodes)
                : Map.of();
        List<Change> changes = new ArrayList<>();
        for (int from = 0, to; from < nodes.size(); from = to) {
            to = batchEnd(nodes, from, earlier);
            write(report, nodes.subList(from, to), contents.subList(from, to), earlier, changes);
        }
        Page<Head> page = page(report);
        return Outcome.ok(
                new SectionPage()
                        .items(
                                page.items().isEmpty()
                                        ? List.of()
                                        : repository
                                                .findAll(page.items().stream()
                                                        .map(Head::id)
                                                        .toList())
                                                .stream()
                                                .map(mapping::wire)
                                                .toList())
                        .nextCursor(page.nextCursor()),
                0,
                changes);
    }

    private static int batchEnd(List<String> nodes, int from, Map<String, Head> earlier) {
        long weight = 0;
        int to = from;
        while (to < nodes.size() && to - from < BATCH) {
            Head source = earlier.get(nodes.get(to));
            weight += source == null ? 0 : source.weight();
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
            Report report,
            List<String> nodes,
            List<SectionPatch> contents,
            Map<String, Head> earlier,
            List<Change> changes) {
        Writing writing = new Writing(Caller.current().credential(), clock.instant());
        List<String> sources = nodes.stream()
                .map(earlier::get)
                .filter(Objects::nonNull)
                .map(Head::id)
                .toList();
        Map<String, SectionRow> byNode = new HashMap<>();
        if (!sources.isEmpty()) {
            repository.findAll(sources).forEach(row -> byNode.put(row.node(), row));
        }
        List<SectionRow> rows = IntStream.range(0, nodes.size())
                .mapToObj(i -> row(report, nodes.get(i), contents.get(i), byNode.get(nodes.get(i)), writing))
                .toList();
        repository.saveAll(rows);
        versions.keep(rows);
        rows.forEach(row -> changes.add(
                new Change("CREATED", SectionService.RESOURCE, row.id(), row.organization(), row.version(), null)));
    }

    private SectionRow row(
            Report report, String node, SectionPatch content, @Nullable SectionRow source, Writing writing) {
        if (source == null) {
            return mapping.row(ids.next(), report, node, content, null, writing);
        }
        List<Claim> claims = mapping.claims(source).stream()
                .map(claim -> claim.status(ClaimStatus.PROPOSED))
                .toList();
        content.label(source.label()).body(source.body()).claims(claims);
        return mapping.row(ids.next(), report, node, content, source.body().isEmpty() ? null : source.id(), writing);
    }

    /** By node, the section of the latest period of the same type that has it, up to the same period of last year. */
    private Map<String, Head> earlier(Report report, CalendarPeriod period, List<String> nodes) {
        List<String> periods = periodsBefore(period);
        Map<String, Head> latest = new HashMap<>();
        if (!nodes.isEmpty() && !periods.isEmpty()) {
            repository.elsewhere(report.organization(), report.regime(), periods, nodes).stream()
                    .sorted(Comparator.comparingInt(head -> periods.indexOf(head.period())))
                    .forEach(head -> latest.putIfAbsent(head.node(), head));
        }
        return latest;
    }

    static List<String> periodsBefore(CalendarPeriod period) {
        List<String> codes = new ArrayList<>();
        String last = period.samePeriodLastYear().map(CalendarPeriod::code).orElse("");
        Optional<CalendarPeriod> before = period.previous();
        while (before.isPresent()) {
            codes.add(before.get().code());
            before = before.get().code().equals(last)
                    ? Optional.empty()
                    : before.get().previous();
        }
        return codes;
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
