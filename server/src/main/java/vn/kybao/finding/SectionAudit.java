package vn.kybao.finding;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.ClaimKind;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Party;
import vn.kybao.api.model.Section;
import vn.kybao.api.model.SectionKind;
import vn.kybao.claim.ClaimChecks;
import vn.kybao.claim.ClaimChecks.Cited;
import vn.kybao.claim.ClaimChecks.Ground;
import vn.kybao.claim.ClaimChecks.Placed;
import vn.kybao.document.DocumentService;
import vn.kybao.finding.Labels.Labelled;
import vn.kybao.observation.Figures;
import vn.kybao.observation.Figures.Workbench;
import vn.kybao.organization.Parties;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.section.ReportSections;
import vn.kybao.section.SectionService;

/** The text of a report: what it claims, what it refers to, and how its sections are numbered. */
@Singleton
class SectionAudit {
    private final SectionService sections;
    private final ClaimChecks claims;
    private final DocumentService documents;
    private final Parties parties;
    private final Figures figures;
    private final PeriodService periods;

    SectionAudit(
            SectionService sections,
            ClaimChecks claims,
            DocumentService documents,
            Parties parties,
            Figures figures,
            PeriodService periods) {
        this.sections = sections;
        this.claims = claims;
        this.documents = documents;
        this.parties = parties;
        this.figures = figures;
        this.periods = periods;
    }

    List<Note> notes(Subject subject, RegimeDefinition regime) {
        ReportSections report = sections.report(subject.organization(), subject.period(), regime.code());
        List<Note> notes = new ArrayList<>(labels(report.sections()));
        notes.addAll(claims(subject, report.sections()));
        notes.addAll(references(subject, regime, report.sections()));
        if (!report.complete()) {
            notes.add(Incomplete.note("sections"));
        }
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
        for (Section section : report) {
            boolean planned = section.getPlanFor() != null;
            CalendarPeriod period = about(section, subject.period());
            section.getClaims().stream()
                    .filter(claim -> planned || section.getKind() != SectionKind.PLAN || isDocument(claim))
                    .forEach(claim -> placed.add(new Placed(claim, period, planned, List.of(link(section.getId())))));
        }
        List<Claim> all = placed.stream().map(Placed::claim).toList();
        Workbench bench = figures.workbench(ClaimChecks.indicators(all), null, subject.openRegimes());
        return claims.checkAll(new Ground(subject.organization(), bench, documents.symbols(), cited(all)), placed);
    }

    /** A plan that does not say for when can be held against no figures. */
    private static boolean isDocument(Claim claim) {
        return claim.getKind() == ClaimKind.DOCUMENT;
    }

    private Cited cited(List<Claim> claims) {
        List<String> ids = claims.stream()
                .map(Claim::getDocument)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Party> issuers = claims.stream()
                .map(Claim::getIssuer)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Cited(documents.open(ids), parties.names(issuers));
    }

    /** What a plan says is about the period that is planned. */
    private CalendarPeriod about(Section section, CalendarPeriod reported) {
        return section.getPlanFor() == null
                ? reported
                : periods.find(section.getPlanFor()).orElse(reported);
    }

    private List<Note> references(Subject subject, RegimeDefinition regime, List<Section> report) {
        return sections.unanswered(subject.organization(), subject.period(), regime.code(), report).stream()
                .map(reference -> Note.warning(ProblemCode.FIGURE_MISSING)
                        .with("name", new LocalizedText().vi(reference.title()))
                        .actual(reference.reference())
                        .evidence(List.of(link(reference.section()))))
                .toList();
    }

    private static String link(String section) {
        return "/v1/sections/" + section;
    }
}
