package vn.kybao.finding;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Severity;
import vn.kybao.api.model.ValueState;
import vn.kybao.calculation.Annex;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.observation.Figures;
import vn.kybao.observation.Figures.Workbench;
import vn.kybao.observation.ObservationKey;
import vn.kybao.observation.ObservationStore;
import vn.kybao.observation.ObservationStore.Standing;
import vn.kybao.organization.OrganizationService;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;
import vn.kybao.rule.RuleDefinition;
import vn.kybao.rule.RuleService;
import vn.kybao.submission.SubmissionService;
import vn.kybao.validation.Case;
import vn.kybao.validation.Hit;
import vn.kybao.validation.Required;
import vn.kybao.validation.Touched;
import vn.kybao.validation.Validation;

/** The figures in force, held against each other by the rules that every filing is held against. */
@Singleton
class FigureAudit {
    private static final Set<ProblemCode> OF_THE_ANNEX = Set.of(ProblemCode.PARTS_EQUAL_TOTAL, ProblemCode.COMPARABLE);

    /** What is found comes in the same order each time. */
    private static final Comparator<ObservationKey> IN_ORDER = Comparator.comparing(ObservationKey::indicator)
            .thenComparing(ObservationKey::measure)
            .thenComparing(ObservationKey::breakdown);

    private final ObservationStore observations;
    private final IndicatorService indicators;
    private final OrganizationService organizations;
    private final RegimeService regimes;
    private final RuleService rules;
    private final Figures figures;
    private final Validation validation;
    private final SubmissionService submissions;

    FigureAudit(
            ObservationStore observations,
            IndicatorService indicators,
            OrganizationService organizations,
            RegimeService regimes,
            RuleService rules,
            Figures figures,
            Validation validation,
            SubmissionService submissions) {
        this.observations = observations;
        this.indicators = indicators;
        this.organizations = organizations;
        this.regimes = regimes;
        this.rules = rules;
        this.figures = figures;
        this.validation = validation;
        this.submissions = submissions;
    }

    /** What is found in the figures of one regime. */
    List<Note> notes(Subject subject, RegimeDefinition regime) {
        Map<ObservationKey, StatedFigure> standing = standing(subject, regime);
        Map<String, IndicatorDefinition> borneOn = Case.borneOn(codes(standing), indicators.related());
        Window window = subject.period().window(regime.calendar());
        List<RuleDefinition> catalogue =
                rules.applicable(subject.organization().path(), ownerPath(regime), window.start(), window.end());
        Workbench bench = bench(regime, standing, borneOn, catalogue, subject.openRegimes());
        List<Touched> touched = standing.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(IN_ORDER))
                .map(entry -> new Touched(entry.getValue(), entry.getKey(), null, null, false))
                .toList();
        Case all = new Case(subject.organization(), subject.period(), window, bench, touched, borneOn);
        List<Note> notes = new ArrayList<>();
        submissions
                .unanswered(submissions(standing), validation.check(all, catalogue))
                .forEach(hit -> notes.add(linked(hit, standing)));
        annex(subject, regime, bench, notes);
        // What is required is required of those who report; who receives waits for it.
        if (regimes.isReporter(regime, subject.organization(), subject.period())) {
            notes.addAll(
                    Required.missing(regime, subject.period(), present(subject, standing, bench), bench.definitions()));
        }
        return notes;
    }

    private Map<ObservationKey, StatedFigure> standing(Subject subject, RegimeDefinition regime) {
        return observations
                .inForce(subject.organization().code(), subject.period().code())
                .values()
                .stream()
                .filter(there -> there.figure().regime().equals(regime.code()))
                .filter(there -> there.figure().state() != ValueState.NOT_REPORTED)
                .collect(Collectors.toMap(Standing::key, Standing::figure));
    }

    private String ownerPath(RegimeDefinition regime) {
        return organizations.find(regime.owner()).orElseThrow().path();
    }

    private Workbench bench(
            RegimeDefinition regime,
            Map<ObservationKey, StatedFigure> standing,
            Map<String, IndicatorDefinition> borneOn,
            List<RuleDefinition> catalogue,
            Predicate<String> openRegimes) {
        Set<String> codes = new TreeSet<>(regime.indicators());
        codes.addAll(codes(standing));
        codes.addAll(borneOn.keySet());
        catalogue.forEach(rule -> rule.condition().references().forEach(reference -> codes.add(reference.indicator())));
        return figures.workbench(codes, null, openRegimes);
    }

    private static Set<String> codes(Map<ObservationKey, StatedFigure> standing) {
        return standing.keySet().stream().map(ObservationKey::indicator).collect(Collectors.toSet());
    }

    private static Set<String> submissions(Map<ObservationKey, StatedFigure> standing) {
        return standing.values().stream().map(StatedFigure::submission).collect(Collectors.toSet());
    }

    /** Sums over reporters and comparisons are worked out with the annex, not with a filing. */
    private static void annex(Subject subject, RegimeDefinition regime, Workbench bench, List<Note> notes) {
        Annex annex = new Annex(bench.source(), bench.calculator(), subject.organization(), subject.period());
        for (String code : regime.annex()) {
            IndicatorDefinition indicator = bench.definitions().get(code);
            if (indicator != null) {
                annex.row(indicator.spec()).notes().stream()
                        .filter(note -> OF_THE_ANNEX.contains(note.code()))
                        .forEach(notes::add);
            }
        }
    }

    /** What there is a figure for, filed or derived. */
    private static Set<ObservationKey> present(
            Subject subject, Map<ObservationKey, StatedFigure> standing, Workbench bench) {
        Set<ObservationKey> present = new HashSet<>(standing.keySet());
        for (IndicatorDefinition indicator : bench.definitions().values()) {
            Figure figure = bench.calculator()
                    .figure(subject.organization().code(), indicator.code(), subject.period(), MeasureRange.BEST);
            if (figure.value() != null && figure.measure() != null) {
                present.add(new ObservationKey(indicator.code(), figure.measure(), ""));
            }
        }
        return present;
    }

    /** With a link to the figure it is about; where inputs are missing nothing contradicts, so that is a remark here. */
    private static Note linked(Hit hit, Map<ObservationKey, StatedFigure> standing) {
        Note note = hit.note();
        @Nullable StatedFigure figure = hit.key() == null ? null : standing.get(hit.key());
        Set<String> links = new LinkedHashSet<>();
        if (figure != null) {
            links.add("/v1/observations/" + figure.id());
        }
        links.addAll(note.evidence());
        Note linked = note.evidence(List.copyOf(links)).justified(false);
        return note.code() == ProblemCode.INPUTS_MISSING ? linked.as(Severity.INFO) : linked;
    }
}
