package vn.kybao.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ReportingCalendar;
import vn.kybao.calculation.FigureSource;
import vn.kybao.calculation.FigureSpec;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;
import vn.kybao.time.Instants;

/** Reads what was filed, an organization's period at a time, and all reporters of a period at once. */
final class FigureReader implements FigureSource {
    private final ObservationRepository repository;
    private final RegimeService regimes;
    private final Map<String, IndicatorDefinition> definitions;
    private final View view;

    private final Read read;

    FigureReader(
            ObservationRepository repository,
            RegimeService regimes,
            Map<String, IndicatorDefinition> definitions,
            View view) {
        this(repository, regimes, definitions, view, new Read());
    }

    private FigureReader(
            ObservationRepository repository,
            RegimeService regimes,
            Map<String, IndicatorDefinition> definitions,
            View view,
            Read read) {
        this.repository = repository;
        this.regimes = regimes;
        this.definitions = definitions;
        this.view = view;
        this.read = read;
    }

    /** The same figures with some of them laid over; what one of the two has read, the other need not read again. */
    FigureReader under(Overlay overlay) {
        return new FigureReader(
                repository, regimes, definitions, new View(view.knownAt(), view.openRegimes(), overlay), read);
    }

    /** What has been read so far. */
    private static final class Read {
        private final Set<Place> places = new HashSet<>();
        private final Map<Slot, List<StatedFigure>> figures = new HashMap<>();
        private final Map<String, List<RegimeDefinition>> received = new HashMap<>();
        private final Map<String, List<String>> reporters = new HashMap<>();
        private final Map<String, Optional<ReportingCalendar>> calendars = new HashMap<>();
    }

    /**
     * What may be seen.
     *
     * @param knownAt what was in force at that instant, or null for now
     * @param openRegimes which regimes' figures may be read
     * @param overlay figures that stand in place of what is in force, or null
     */
    record View(
            @Nullable Instant knownAt,
            Predicate<String> openRegimes,
            @Nullable Overlay overlay) {}

    private record Place(String organization, String period) {}

    private record Slot(String organization, String period, String indicator, String breakdown) {}

    @Override
    public List<StatedFigure> stated(String organization, String indicator, CalendarPeriod period, String breakdown) {
        Overlay overlay = view.overlay();
        if (overlay != null && overlay.covers(organization, period.code())) {
            return overlay.of(indicator, breakdown);
        }
        if (!read.places.contains(new Place(organization, period.code()))) {
            load(List.of(organization), period);
        }
        return read.figures.getOrDefault(new Slot(organization, period.code(), indicator, breakdown), List.of());
    }

    @Override
    public Optional<FigureSpec> spec(String indicator) {
        return Optional.ofNullable(definitions.get(indicator)).map(IndicatorDefinition::spec);
    }

    @Override
    public Optional<ReportingCalendar> calendar(String regime) {
        return read.calendars.computeIfAbsent(regime, code -> regimes.find(code).map(RegimeDefinition::calendar));
    }

    @Override
    public List<String> expectedReporters(
            String organization, String indicator, CalendarPeriod period, MeasureRange range) {
        Set<String> expected = new TreeSet<>();
        for (RegimeDefinition regime : read.received.computeIfAbsent(organization, regimes::receivedBy)) {
            boolean expects = regime.expected(indicator, period.type())
                    .filter(e -> range.measures().stream().anyMatch(e.measures()::contains))
                    .isPresent();
            if (expects) {
                expected.addAll(reporters(regime, period));
            }
        }
        expected.remove(organization);
        load(expected, period);
        return new ArrayList<>(expected);
    }

    private List<String> reporters(RegimeDefinition regime, CalendarPeriod period) {
        return read.reporters.computeIfAbsent(
                regime.code() + "." + period.code(),
                key -> regimes.reporters(regime, period).stream()
                        .map(OrganizationRef::code)
                        .toList());
    }

    private void load(Collection<String> organizations, CalendarPeriod period) {
        List<String> missing = organizations.stream()
                .filter(organization -> read.places.add(new Place(organization, period.code())))
                .toList();
        if (missing.isEmpty() || definitions.isEmpty()) {
            return;
        }
        List<ObservationRow> rows = view.knownAt() == null
                ? repository.inForce(missing, period.code(), definitions.keySet())
                : repository.inForceAt(missing, period.code(), definitions.keySet(), Instants.sql(view.knownAt()));
        for (ObservationRow row : rows) {
            if (view.openRegimes().test(row.regime())) {
                read.figures
                        .computeIfAbsent(
                                new Slot(row.organization(), row.period(), row.indicator(), row.breakdown()),
                                slot -> new ArrayList<>())
                        .add(ObservationMapping.stated(row));
            }
        }
    }
}
