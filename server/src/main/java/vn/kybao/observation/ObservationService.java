package vn.kybao.observation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.FigureSource;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.Observation;
import vn.kybao.api.model.ValueState;
import vn.kybao.calculation.Breakdowns;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.http.Problems;
import vn.kybao.http.RequestState;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.paging.Pages.Slice;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Language;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;
import vn.kybao.time.Instants;

/** Figures in force: what was filed, and for one organization's period what follows from it. */
@Singleton
public class ObservationService {
    private final ObservationRepository repository;
    private final Figures figures;
    private final IndicatorService indicators;
    private final RegimeService regimes;
    private final OrganizationService organizations;
    private final PeriodService periods;
    private final Problems problems;
    private final Pages pages;

    ObservationService(
            ObservationRepository repository,
            Figures figures,
            IndicatorService indicators,
            RegimeService regimes,
            OrganizationService organizations,
            PeriodService periods,
            Problems problems,
            Pages pages) {
        this.repository = repository;
        this.figures = figures;
        this.indicators = indicators;
        this.regimes = regimes;
        this.organizations = organizations;
        this.periods = periods;
        this.problems = problems;
        this.pages = pages;
    }

    /** What is asked for; every part may be left out. */
    record Filter(
            @Nullable String organization,
            @Nullable String period,
            @Nullable String indicator,
            @Nullable Measure measure,
            @Nullable String submission,
            @Nullable OffsetDateTime knownAt) {
        @Nullable
        Instant at() {
            return knownAt == null ? null : knownAt.toInstant();
        }
    }

    Page<Observation> page(Filter filter, @Nullable Integer limit, @Nullable String cursor) {
        Optional<OrganizationRef> organization = organizations
                .find(filter.organization())
                .filter(o -> Caller.current().covers(o.path()));
        Optional<CalendarPeriod> period = filter.period() == null ? Optional.empty() : periods.find(filter.period());
        if (organization.isPresent() && period.isPresent() && filter.submission() == null) {
            NavigableMap<String, Observation> all = new TreeMap<>();
            inForce(organization.get(), period.get(), filter).forEach(item -> all.putIfAbsent(place(item), item));
            return pages.page(limit, cursor, slice -> after(all, slice), item -> List.of(place(item)));
        }
        return filed(filter, limit, cursor);
    }

    Observation get(String id) {
        ObservationRow row = find(id);
        return wire(row, indicators.definitions(List.of(row.indicator())));
    }

    Page<Observation> history(String id, @Nullable Integer limit, @Nullable String cursor) {
        ObservationRow row = find(id);
        Map<String, IndicatorDefinition> definitions = indicators.definitions(List.of(row.indicator()));
        return pages.page(
                        limit,
                        cursor,
                        slice -> {
                            String before = slice.after(0);
                            return repository.history(
                                    row.organization(),
                                    row.period(),
                                    row.indicator(),
                                    row.measure(),
                                    row.breakdown(),
                                    before == null ? null : Integer.valueOf(before),
                                    slice.count());
                        },
                        version -> List.of(String.valueOf(version.version())))
                .map(version -> wire(version, definitions));
    }

    private ObservationRow find(String id) {
        return repository
                .find(id, Caller.current().path() + "%")
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    private Page<Observation> filed(Filter filter, @Nullable Integer limit, @Nullable String cursor) {
        Instant at = filter.at();
        Page<ObservationRow> rows = pages.page(
                limit,
                cursor,
                slice -> repository.page(
                        Caller.current().path() + "%",
                        filter.organization(),
                        filter.period(),
                        filter.indicator(),
                        filter.measure() == null ? null : filter.measure().getValue(),
                        filter.submission(),
                        at == null ? null : Instants.sql(at),
                        slice.after(0),
                        slice.after(1),
                        slice.after(2),
                        slice.after(3),
                        slice.after(4),
                        slice.count()),
                row -> List.of(row.organization(), row.period(), row.indicator(), row.measure(), row.breakdown()));
        Map<String, IndicatorDefinition> definitions = indicators.definitions(
                rows.items().stream().map(ObservationRow::indicator).distinct().toList());
        return rows.map(row -> wire(row, definitions));
    }

    /** Filed and derived figures of one organization's period, in the order of their keys. */
    private List<Observation> inForce(OrganizationRef organization, CalendarPeriod period, Filter filter) {
        Set<String> codes = new TreeSet<>();
        if (filter.indicator() != null) {
            codes.add(filter.indicator());
        } else {
            codes.addAll(repository.indicators(organization.code(), period.code()));
            expected(organization, period).forEach(regime -> codes.addAll(regime.indicators()));
        }
        Language language = RequestState.current().language();
        Figures.Workbench bench = figures.workbench(codes, filter.at(), regime -> true);
        List<ObservationRow> rows = codes.isEmpty() ? List.of() : rows(organization, period, codes, filter);
        List<Observation> all = new ArrayList<>();
        for (String code : codes) {
            IndicatorDefinition definition = bench.definitions().get(code);
            if (definition == null) {
                continue;
            }
            List<MeasureRange> ranges = ranges(filter.measure());
            List<Figure> known = ranges.stream()
                    .map(range -> bench.calculator().figure(organization.code(), code, period, range))
                    .toList();
            rows.stream()
                    .filter(row -> row.indicator().equals(code) && matches(row, filter))
                    .map(row -> beside(row, known, definition, language))
                    .forEach(all::add);
            IntStream.range(0, known.size())
                    .filter(i -> isDerived(known.get(i), ranges.get(i)) || (i == 0 && isWaiting(known.get(i))))
                    .mapToObj(known::get)
                    .map(figure -> ObservationMapping.wire(
                            figure, definition.unit().getCode(), problems.words(figure.notes(), language)))
                    .forEach(all::add);
        }
        return all;
    }

    private Collection<RegimeDefinition> expected(OrganizationRef organization, CalendarPeriod period) {
        List<RegimeDefinition> all = new ArrayList<>(regimes.reportedBy(organization, period));
        regimes.receivedBy(organization.code()).stream()
                .filter(regime -> regime.covers(period.type()))
                .forEach(all::add);
        return all;
    }

    private List<ObservationRow> rows(
            OrganizationRef organization, CalendarPeriod period, Set<String> codes, Filter filter) {
        Instant at = filter.at();
        return at == null
                ? repository.inForce(List.of(organization.code()), period.code(), codes)
                : repository.inForceAt(List.of(organization.code()), period.code(), codes, Instants.sql(at));
    }

    /** A filed figure beside what the calculation says of it. */
    private Observation beside(
            ObservationRow row, List<Figure> known, IndicatorDefinition definition, Language language) {
        var notes = known.stream()
                .filter(figure ->
                        figure.stated() != null && figure.stated().id().equals(row.id()))
                .flatMap(figure -> figure.notes().stream())
                .distinct()
                .toList();
        FigureSource source = definition.formula() == null ? FigureSource.REPORTED : FigureSource.STATED;
        return ObservationMapping.wire(
                ObservationMapping.stated(row),
                definition.unit().getCode(),
                source,
                row.version(),
                problems.words(notes, language));
    }

    /** A formula that names its measures answers any range; it belongs to the one it bears. */
    private static boolean isDerived(Figure figure, MeasureRange range) {
        return figure.source() == FigureSource.DERIVED
                && (figure.measure() == null || range.measures().contains(figure.measure()));
    }

    private static boolean isWaiting(Figure figure) {
        return figure.source() == null && !figure.missing().isEmpty();
    }

    private static List<MeasureRange> ranges(@Nullable Measure measure) {
        return measure == null
                ? List.of(MeasureRange.BEST, MeasureRange.exactly(Measure.PLAN), MeasureRange.exactly(Measure.TARGET))
                : List.of(MeasureRange.atLeast(measure));
    }

    private static boolean matches(ObservationRow row, Filter filter) {
        return (filter.measure() == null || filter.measure().getValue().equals(row.measure()))
                && !row.state().equals(ValueState.NOT_REPORTED.getValue());
    }

    private static List<Observation> after(NavigableMap<String, Observation> all, Slice slice) {
        String last = slice.after(0);
        return (last == null ? all : all.tailMap(last, false))
                .values().stream().limit(slice.count()).toList();
    }

    /** What tells an item from every other of the same period, in their order. */
    private static String place(Observation item) {
        return String.join(
                " ",
                item.getIndicator(),
                item.getMeasure() == null ? "" : item.getMeasure().getValue(),
                Breakdowns.canonical(item.getBreakdown()),
                item.getSource().getValue());
    }

    private static Observation wire(ObservationRow row, Map<String, IndicatorDefinition> definitions) {
        IndicatorDefinition definition = definitions.get(row.indicator());
        boolean derived = definition != null && definition.formula() != null;
        return ObservationMapping.wire(
                ObservationMapping.stated(row),
                definition == null ? "" : definition.unit().getCode(),
                derived ? FigureSource.STATED : FigureSource.REPORTED,
                row.version(),
                List.of());
    }
}
