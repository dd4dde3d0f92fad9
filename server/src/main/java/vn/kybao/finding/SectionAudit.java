package vn.kybao.finding;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.RenderedReference;
import vn.kybao.api.model.RenderedSection;
import vn.kybao.api.model.Section;
import vn.kybao.api.model.SectionKind;
import vn.kybao.claim.ClaimChecks;
import vn.kybao.claim.ClaimChecks.Ground;
import vn.kybao.claim.ClaimChecks.Placed;
import vn.kybao.document.DocumentService;
import vn.kybao.finding.Labels.Labelled;
import vn.kybao.observation.Figures;
import vn.kybao.observation.Figures.Workbench;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.section.SectionService;

/** The text of a report: what it claims, what it refers to, and how its sections are numbered. */
@Singleton
class SectionAudit {
    private final SectionService sections;
    private final ClaimChecks claims;
    private final DocumentService documents;
    private final Figures figures;
    private final PeriodService periods;

    SectionAudit(
            SectionService sections,
            ClaimChecks claims,
            DocumentService documents,
            Figures figures,
            PeriodService periods) {
        this.sections = sections;
        this.claims = claims;
        this.documents = documents;
        this.figures = figures;
        this.periods = periods;
    }

    List<Note> notes(Subject subject, RegimeDefinition regime) {
        List<Section> report = sections.report(subject.organization(), subject.period(), regime.code())
                .sections();
        List<Note> notes = new ArrayList<>(labels(report));
        notes.addAll(claims(subject, report));
        List<RenderedSection> rendered =
                sections.rendered(subject.organization(), subject.period(), regime.code(), report);
        rendered.forEach(section -> notes.addAll(references(section)));
        return notes;
    }

    /** Annexes are numbered on their own. */
    private static List<Note> labels(List<Section> report) {
        Map<List<Object>, List<Labelled>> siblings = new LinkedHashMap<>();
        for (Section section : report) {
            if (section.getLabel() != null) {
                List<Object> heading = List.of(
                        Objects.requireNonNullElse(section.getParent(), ""), section.getKind() == SectionKind.ANNEX);
                siblings.computeIfAbsent(heading, any -> new ArrayList<>())
                        .add(new Labelled(section.getLabel(), link(section.getId())));
            }
        }
        return siblings.values().stream()
                .flatMap(labels -> Labels.check(labels).stream())
                .toList();
    }

    private List<Note> claims(Subject subject, List<Section> report) {
        List<Placed> placed = new ArrayList<>();
        List<Claim> all = new ArrayList<>();
        for (Section section : report) {
            CalendarPeriod period = about(section, subject.period());
            for (Claim claim : section.getClaims()) {
                placed.add(new Placed(claim, period, List.of(link(section.getId()))));
                all.add(claim);
            }
        }
        Workbench bench = figures.workbench(ClaimChecks.indicators(all), null, subject.openRegimes());
        return claims.checkAll(new Ground(subject.organization(), bench, documents.symbols()), placed);
    }

    /** What a plan says is about the period that is planned. */
    private CalendarPeriod about(Section section, CalendarPeriod reported) {
        return section.getPlanFor() == null
                ? reported
                : periods.find(section.getPlanFor()).orElse(reported);
    }

    private static List<Note> references(RenderedSection section) {
        List<Note> notes = new ArrayList<>();
        for (RenderedReference reference : section.getReferences()) {
            if (reference.getValue() == null) {
                notes.add(Note.warning(ProblemCode.FIGURE_MISSING)
                        .with("name", new LocalizedText().vi(section.getTitle()))
                        .actual(reference.getReference())
                        .evidence(List.of(link(section.getSection()))));
            }
        }
        return notes;
    }

    private static String link(String section) {
        return "/v1/sections/" + section;
    }
}
