package vn.kybao.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.api.model.ValueState;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.observation.Figures.Workbench;
import vn.kybao.observation.ObservationKey;
import vn.kybao.observation.ObservationStore.Standing;
import vn.kybao.observation.Overlay;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.validation.Case;
import vn.kybao.validation.Hit;
import vn.kybao.validation.Touched;
import vn.kybao.validation.Validation;

/** The values that are left, and what the rules say of them. */
final class Round {
    private final SubmissionCreate wanted;
    private final Filing filing;
    private final Ground ground;
    private final boolean partial;
    private final Set<Integer> refused;
    private final Validation validation;
    private final Instant now;
    private List<CheckedValue> sent = List.of();
    private List<CheckedValue> carried = List.of();
    private @Nullable Workbench bench;

    /**
     * A round.
     *
     * @param refused places of the values that are refused already; more are added
     */
    Round(
            SubmissionCreate wanted,
            Filing filing,
            Ground ground,
            boolean partial,
            Set<Integer> refused,
            Validation validation,
            Instant now) {
        this.wanted = wanted;
        this.filing = filing;
        this.ground = ground;
        this.partial = partial;
        this.refused = refused;
        this.validation = validation;
        this.now = now;
    }

    /** The values that were sent and are not refused. */
    List<CheckedValue> sent() {
        return sent;
    }

    /** The values of the pending submission that were not sent again. */
    List<CheckedValue> carried() {
        return carried;
    }

    /** Figures as they would stand, or null when it could not be told what they are about. */
    @Nullable
    Workbench bench() {
        return bench;
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
        sent = SentValues.checked(wanted, ground.known(), refused);
        Map<ObservationKey, CheckedValue> left = new HashMap<>(ground.waiting());
        sent.forEach(value -> left.remove(value.key()));
        carried = List.copyOf(left.values());
    }

    /** What there is an answer for; a refused value is an attempt at one. */
    Set<ObservationKey> present() {
        Set<ObservationKey> present = SentValues.keys(wanted, refused);
        Map<ObservationKey, CheckedValue> after = ground.base();
        sent.forEach(value -> after.put(value.key(), value));
        after.forEach((key, value) -> {
            if (value.state() != ValueState.NOT_REPORTED) {
                present.add(key);
            }
        });
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
                Figure figure = there.calculator().figure(filing.organization().code(), code, filing.period(), range);
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
        Ground.Surroundings around = ground.surroundings();
        if (organization == null || regime == null || period == null || around == null) {
            return List.of();
        }
        List<Touched> touched = new ArrayList<>(sent.size() + carried.size());
        for (Collection<CheckedValue> values : List.of(sent, carried)) {
            for (CheckedValue value : values) {
                StatedFigure figure = value.figure(organization.code(), period.code(), regime.code(), "", 1, now);
                touched.add(new Touched(figure, value.key(), value.index(), value.itemRef(), isNew(value)));
            }
        }
        bench = around.overlaid().apply(overlay(organization, period, touched));
        Window window = period.window(regime.calendar());
        return validation.check(
                new Case(organization, period, window, bench, touched, around.borneOn()), around.catalogue());
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
        touched.forEach(t -> all.put(t.key(), t.figure()));
        if (!partial) {
            SentValues.keys(wanted, refused).forEach(all::remove);
        }
        return Overlay.of(organization.code(), period.code(), List.copyOf(all.values()));
    }
}
