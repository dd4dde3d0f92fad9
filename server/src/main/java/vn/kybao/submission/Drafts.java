package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.api.model.SubmissionMode;
import vn.kybao.api.model.SubmissionStatus;
import vn.kybao.api.model.ValueState;
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
import vn.kybao.observation.Overlay;
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
import vn.kybao.validation.Touched;
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

    /**
     * What stands, and what waits to.
     *
     * @param standing what stands
     * @param pending the submission that waits, or null
     * @param waiting its values
     */
    private record Ground(
            Map<ObservationKey, Standing> standing,
            @Nullable SubmissionRow pending,
            Map<ObservationKey, CheckedValue> waiting) {

        Map<ObservationKey, CheckedValue> base() {
            Map<ObservationKey, CheckedValue> base = HashMap.newHashMap(standing.size() + waiting.size());
            standing.forEach((key, there) -> base.put(key, CheckedValue.of(there.figure())));
            base.putAll(waiting);
            return base;
        }
    }

    /** What would be stored; findings that refuse values are added to the findings, and the values left out. */
    Draft draft(SubmissionCreate wanted, Filing filing, Findings findings) {
        String ruleSet = rules.hold();
        Map<String, IndicatorDefinition> known = checks.indicators(wanted, filing.regime());
        checks.values(wanted, filing, known, findings);
        Ground ground = ground(filing);
        SubmissionChecks.held(wanted, filing, ground.standing(), known, findings);
        SubmissionMode mode = Objects.requireNonNullElse(wanted.getMode(), SubmissionMode.ATOMIC);
        int received = wanted.getValues() == null ? 0 : wanted.getValues().size();
        Set<Integer> refused = findings.all().stream()
                .filter(note -> note.isError() && note.index() != null)
                .map(Note::index)
                .collect(Collectors.toCollection(TreeSet::new));
        Round round = new Round(wanted, filing, known, ground, mode == SubmissionMode.PARTIAL, refused);
        IdentityHashMap<Note, Hit> hits = round.settle(findings);
        SubmissionChecks.required(filing, round.present(), known, findings);
        List<Found> found = justifying.answered(wanted, ground.pending(), findings, hits);
        return new Draft(
                filing,
                mode,
                received,
                ground.base(),
                ground.standing(),
                round.sent,
                round.carried,
                ground.pending(),
                found,
                ruleSet,
                round.bench);
    }

    private Ground ground(Filing filing) {
        if (filing.organization() == null || filing.period() == null) {
            return new Ground(Map.of(), null, Map.of());
        }
        Map<ObservationKey, Standing> standing = observations.inForce(
                filing.organization().code(), filing.period().code());
        SubmissionRow pending = filing.regime() == null
                ? null
                : repository
                        .latest(
                                filing.organization().code(),
                                filing.regime().code(),
                                filing.period().code())
                        .filter(row -> isPending(SubmissionStatus.fromValue(row.status())))
                        .orElse(null);
        Map<ObservationKey, CheckedValue> waiting = new HashMap<>();
        if (pending != null) {
            repository.values(pending.id(), -1, Integer.MAX_VALUE).stream()
                    .map(CheckedValue::of)
                    .forEach(value -> waiting.put(value.key(), value));
        }
        return new Ground(standing, pending, waiting);
    }

    private static boolean isPending(SubmissionStatus status) {
        return status == SubmissionStatus.AWAITING_JUSTIFICATION
                || status == SubmissionStatus.AWAITING_REVIEW
                || status == SubmissionStatus.RETURNED;
    }

    /** The values that are left, and what the rules say of them. */
    private final class Round {
        private final SubmissionCreate wanted;
        private final Filing filing;
        private final Map<String, IndicatorDefinition> known;
        private final Ground ground;
        private final boolean partial;
        private final Set<Integer> refused;
        private List<CheckedValue> sent = List.of();
        private List<CheckedValue> carried = List.of();
        private @Nullable Workbench bench;

        Round(
                SubmissionCreate wanted,
                Filing filing,
                Map<String, IndicatorDefinition> known,
                Ground ground,
                boolean partial,
                Set<Integer> refused) {
            this.known = known;
            this.wanted = wanted;
            this.filing = filing;
            this.ground = ground;
            this.partial = partial;
            this.refused = refused;
        }

        /**
         * Runs the rules; where only what is good is to be stored, the values that a rule refuses are left out and the
         * rules run again on what is left.
         */
        IdentityHashMap<Note, Hit> settle(Findings findings) {
            while (true) {
                take();
                List<Hit> hits = check();
                List<Hit> errors = hits.stream()
                        .filter(hit -> hit.note().isError() && !hit.rows().isEmpty())
                        .toList();
                if (!partial || errors.isEmpty()) {
                    IdentityHashMap<Note, Hit> byNote = new IdentityHashMap<>();
                    hits.forEach(hit -> byNote.put(hit.note(), hit));
                    hits.forEach(hit -> findings.add(hit.note()));
                    return byNote;
                }
                for (Hit hit : errors) {
                    findings.add(hit.note());
                    refused.addAll(hit.rows());
                }
            }
        }

        private void take() {
            sent = SubmissionChecks.checked(wanted, known, refused);
            Map<ObservationKey, CheckedValue> left = new HashMap<>(ground.waiting());
            sent.forEach(value -> left.remove(value.key()));
            carried = List.copyOf(left.values());
        }

        /** What there is an answer for; a refused value is an attempt at one. */
        Set<ObservationKey> present() {
            Map<ObservationKey, CheckedValue> after = ground.base();
            sent.forEach(value -> after.put(value.key(), value));
            Set<ObservationKey> present = SubmissionChecks.keys(wanted, refused);
            after.values().stream()
                    .filter(value -> value.state() != ValueState.NOT_REPORTED)
                    .forEach(value -> present.add(value.key()));
            addDerived(present);
            return present;
        }

        /** What follows from the figures that were filed need not be filed itself. */
        private void addDerived(Set<ObservationKey> present) {
            Workbench there = bench;
            if (there == null || filing.regime() == null || filing.period() == null || filing.organization() == null) {
                return;
            }
            for (String code : filing.regime().indicators()) {
                IndicatorDefinition indicator = there.definitions().get(code);
                if (indicator == null || indicator.formula() == null) {
                    continue;
                }
                for (MeasureRange range : List.of(MeasureRange.BEST, MeasureRange.PLANNED)) {
                    Figure figure =
                            there.calculator().figure(filing.organization().code(), code, filing.period(), range);
                    if (figure.value() != null && figure.measure() != null) {
                        present.add(new ObservationKey(code, figure.measure(), ""));
                    }
                }
            }
        }

        private List<Hit> check() {
            OrganizationRef organization = filing.organization();
            RegimeDefinition regime = filing.regime();
            CalendarPeriod period = filing.period();
            if (organization == null || regime == null || period == null) {
                return List.of();
            }
            Instant now = clock.instant();
            Window window = period.window(regime.calendar());
            List<Touched> touched = new ArrayList<>(sent.size() + carried.size());
            for (Collection<CheckedValue> values : List.of(sent, carried)) {
                for (CheckedValue value : values) {
                    StatedFigure figure = value.figure(organization.code(), period.code(), regime.code(), "", 1, now);
                    touched.add(new Touched(figure, value.index(), value.itemRef(), isNew(value)));
                }
            }
            Set<String> codes = new HashSet<>(regime.indicators());
            touched.forEach(t -> codes.add(t.figure().indicator()));
            Map<String, IndicatorDefinition> borneOn = Case.borneOn(codes, indicators.related());
            codes.addAll(borneOn.keySet());
            List<RuleDefinition> catalogue = catalogue(organization, regime, window);
            catalogue.forEach(
                    rule -> rule.condition().references().forEach(reference -> codes.add(reference.indicator())));
            bench = figures.workbench(codes, overlay(organization, period, touched));
            return validation.check(new Case(organization, period, window, bench, touched, borneOn), catalogue);
        }

        private List<RuleDefinition> catalogue(OrganizationRef reporter, RegimeDefinition regime, Window window) {
            String owner = organizations.find(regime.owner()).orElseThrow().path();
            return rules.applicable(reporter.path(), owner, window.start(), window.end());
        }

        /** False when it stands as it is: then whatever it needs has been answered, or decided, before. */
        private boolean isNew(CheckedValue value) {
            Standing before = ground.standing().get(value.key());
            return !value.isSameAs(before == null ? null : CheckedValue.of(before.figure()));
        }

        /** What would stand. Where all or nothing is stored, of a refused value nothing can be said. */
        private Overlay overlay(OrganizationRef organization, CalendarPeriod period, List<Touched> touched) {
            Map<ObservationKey, StatedFigure> all =
                    HashMap.newHashMap(ground.standing().size() + touched.size());
            ground.standing().forEach((key, there) -> all.put(key, there.figure()));
            touched.forEach(t -> all.put(
                    new ObservationKey(
                            t.figure().indicator(),
                            t.figure().measure(),
                            t.figure().breakdown()),
                    t.figure()));
            if (!partial) {
                SubmissionChecks.keys(wanted, refused).forEach(all::remove);
            }
            return Overlay.of(organization.code(), period.code(), List.copyOf(all.values()));
        }
    }
}
