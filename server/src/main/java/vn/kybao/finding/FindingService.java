package vn.kybao.finding;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.FindingList;
import vn.kybao.collection.CollectionService;
import vn.kybao.http.Problems;
import vn.kybao.http.RequestState;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.regime.Readers;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;

/** The consistency audit: everything of an organization's period held against everything else of it. */
@Singleton
public class FindingService {
    private final OrganizationService organizations;
    private final PeriodService periods;
    private final RegimeService regimes;
    private final Readers readers;
    private final CollectionService collections;
    private final FigureAudit figures;
    private final SectionAudit sections;
    private final CaseAudit cases;
    private final Problems problems;

    FindingService(
            OrganizationService organizations,
            PeriodService periods,
            RegimeService regimes,
            Readers readers,
            CollectionService collections,
            FigureAudit figures,
            SectionAudit sections,
            CaseAudit cases,
            Problems problems) {
        this.organizations = organizations;
        this.periods = periods;
        this.regimes = regimes;
        this.readers = readers;
        this.collections = collections;
        this.figures = figures;
        this.sections = sections;
        this.cases = cases;
        this.problems = problems;
    }

    FindingList audit(String organizationCode, String periodCode, @Nullable String regimeCode) {
        Caller caller = Caller.current();
        OrganizationRef organization = organizations
                .find(organizationCode)
                .filter(o -> caller.covers(o.path()) || regimes.isReceivedFrom(o, caller))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        CalendarPeriod period = periods.find(periodCode).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        List<RegimeDefinition> audited = audited(organization, period, regimeCode);
        Set<String> codes = audited.stream().map(RegimeDefinition::code).collect(Collectors.toSet());
        Predicate<String> open = caller.covers(organization.path()) ? any -> true : codes::contains;
        Subject subject = new Subject(organization, period, open);
        List<Note> notes = new ArrayList<>();
        for (RegimeDefinition regime : audited) {
            notes.addAll(figures.notes(subject, regime));
            notes.addAll(sections.notes(subject, regime));
        }
        notes.addAll(cases.totals(subject, audited));
        if (caller.covers(organization.path())) {
            notes.addAll(cases.rows(subject, audited));
        }
        return wire(told(notes), audited);
    }

    /** The regime asked for, or all that the organization reports or receives in the period, as far as they are open. */
    private List<RegimeDefinition> audited(OrganizationRef organization, CalendarPeriod period, @Nullable String code) {
        List<RegimeDefinition> candidates = candidates(organization, period);
        if (code != null) {
            return candidates.stream()
                    .filter(regime -> regime.code().equals(code))
                    .findFirst()
                    .map(List::of)
                    .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        }
        Set<String> collected = Set.copyOf(collections.withCollection(
                period.code(), candidates.stream().map(RegimeDefinition::code).toList()));
        return candidates.stream()
                .filter(regime -> collected.contains(regime.code()))
                .toList();
    }

    /** A report is written by who reports under a regime, and by who receives it, of what came in. */
    private List<RegimeDefinition> candidates(OrganizationRef organization, CalendarPeriod period) {
        List<RegimeDefinition> all = new ArrayList<>(regimes.reportedBy(organization, period));
        regimes.receivedBy(organization.code()).stream()
                .filter(regime -> regime.covers(period.type()))
                .filter(regime -> all.stream().noneMatch(there -> there.code().equals(regime.code())))
                .forEach(all::add);
        return Caller.current().covers(organization.path()) ? all : readers.received(all);
    }

    /** Each thing once, gravest first, one rule after the other. */
    private static List<Note> told(List<Note> notes) {
        Map<List<Object>, Note> once = new LinkedHashMap<>();
        notes.forEach(note -> once.putIfAbsent(List.of(note.wireCode(), note.values(), note.evidence()), note));
        return once.values().stream()
                .sorted(Comparator.comparing(Note::severity).thenComparing(Note::wireCode))
                .toList();
    }

    private FindingList wire(List<Note> notes, List<RegimeDefinition> audited) {
        return new FindingList()
                .items(problems.words(notes, RequestState.current().language()))
                .totalFindings(notes.size())
                .totals(Findings.totals(notes))
                .regimes(audited.stream().map(RegimeDefinition::code).toList());
    }
}
