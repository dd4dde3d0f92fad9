package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.api.model.SubmissionMode;
import vn.kybao.api.model.SubmissionStatus;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.observation.Figures;
import vn.kybao.observation.ObservationKey;
import vn.kybao.observation.ObservationStore;
import vn.kybao.observation.ObservationStore.Standing;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.rule.RuleDefinition;
import vn.kybao.rule.RuleService;
import vn.kybao.validation.Case;
import vn.kybao.validation.Hit;
import vn.kybao.validation.Validation;

/** Lays what was sent over what stands, and runs every rule over both. */
@Singleton
final class Drafts {
    private final SubmissionChecks checks;
    private final SubmissionRepository repository;
    private final ObservationStore observations;
    private final IndicatorService indicators;
    private final Figures figures;
    private final Validation validation;
    private final RuleService rules;
    private final OrganizationService organizations;
    private final Justifying justifying;
    private final Clock clock;

    Drafts(
            SubmissionChecks checks,
            SubmissionRepository repository,
            ObservationStore observations,
            IndicatorService indicators,
            Figures figures,
            Validation validation,
            RuleService rules,
            OrganizationService organizations,
            Justifying justifying,
            Clock clock) {
        this.checks = checks;
        this.repository = repository;
        this.observations = observations;
        this.indicators = indicators;
        this.figures = figures;
        this.validation = validation;
        this.rules = rules;
        this.organizations = organizations;
        this.justifying = justifying;
        this.clock = clock;
    }

    /** What would be stored; findings that refuse values are added to the findings, and the values left out. */
    Draft draft(SubmissionCreate wanted, Filing filing, Findings findings) {
        return draft(wanted, filing, ground(wanted, filing), findings);
    }

    /** Reads all that the values are held against. */
    Ground ground(SubmissionCreate wanted, Filing filing) {
        // Held before any rule is read.
        String ruleSet = rules.hold();
        return ground(filing, ruleSet, checks.indicators(wanted, filing.regime()));
    }

    /** The same over what has been read. Nothing more is read but names that are like an unknown one, and answers. */
    Draft draft(SubmissionCreate wanted, Filing filing, Ground ground, Findings findings) {
        checks.values(wanted, filing, ground.known(), findings);
        OtherRegimes.held(wanted, filing, ground.standing(), ground.known(), findings);
        SubmissionMode mode = Objects.requireNonNullElse(wanted.getMode(), SubmissionMode.ATOMIC);
        int received = wanted.getValues() == null ? 0 : wanted.getValues().size();
        Round round = new Round(
                wanted,
                filing,
                ground,
                mode == SubmissionMode.PARTIAL,
                findings.refused(),
                validation,
                clock.instant());
        IdentityHashMap<Note, Hit> hits = round.settle(findings);
        OtherRegimes.lost(wanted, ground.lost(), ground.known(), findings);
        SubmissionChecks.required(filing, round.present(), ground.known(), findings);
        List<Found> found = justifying.answered(wanted, ground.pending(), findings, hits);
        return new Draft(
                filing,
                mode,
                received,
                ground.base(),
                ground.standing(),
                round.sent(),
                round.carried(),
                ground.pending(),
                found,
                ground.ruleSet(),
                round.bench());
    }

    private Ground ground(Filing filing, String ruleSet, Map<String, IndicatorDefinition> known) {
        OrganizationRef organization = filing.organization();
        CalendarPeriod period = filing.period();
        if (organization == null || period == null) {
            return new Ground(ruleSet, known, Map.of(), null, Map.of(), Map.of(), null);
        }
        Map<ObservationKey, Standing> standing = observations.inForce(organization.code(), period.code());
        RegimeDefinition regime = filing.regime();
        if (regime == null) {
            return new Ground(ruleSet, known, standing, null, Map.of(), Map.of(), null);
        }
        SubmissionRow pending = repository
                .latest(organization.code(), regime.code(), period.code())
                .filter(row -> isPending(SubmissionStatus.fromValue(row.status())))
                .orElse(null);
        Map<ObservationKey, CheckedValue> waiting = new HashMap<>();
        Map<ObservationKey, String> lost = new LinkedHashMap<>();
        if (pending != null) {
            for (ValueRow row : repository.values(pending.id(), -1, Integer.MAX_VALUE)) {
                CheckedValue value = CheckedValue.of(row);
                Standing there = standing.get(value.key());
                if (there != null && there.isHeldByAnother(pending.regime())) {
                    lost.put(value.key(), there.figure().regime());
                } else {
                    waiting.put(value.key(), value);
                }
            }
        }
        Set<String> codes = new HashSet<>(known.keySet());
        waiting.keySet().forEach(key -> codes.add(key.indicator()));
        return new Ground(
                ruleSet, known, standing, pending, waiting, lost, surroundings(organization, regime, period, codes));
    }

    /** Once for all rounds: the figures, and the rules that apply to them. */
    private Ground.Surroundings surroundings(
            OrganizationRef organization, RegimeDefinition regime, CalendarPeriod period, Set<String> codes) {
        Map<String, IndicatorDefinition> borneOn = Case.borneOn(codes, indicators.related());
        codes.addAll(borneOn.keySet());
        Window window = period.window(regime.calendar());
        String owner = organizations.find(regime.owner()).orElseThrow().path();
        List<RuleDefinition> catalogue = rules.applicable(organization.path(), owner, window.start(), window.end());
        catalogue.forEach(rule -> rule.condition().references().forEach(reference -> codes.add(reference.indicator())));
        return new Ground.Surroundings(borneOn, catalogue, figures.overlaid(codes));
    }

    private static boolean isPending(SubmissionStatus status) {
        return status == SubmissionStatus.AWAITING_JUSTIFICATION
                || status == SubmissionStatus.AWAITING_REVIEW
                || status == SubmissionStatus.RETURNED;
    }
}
