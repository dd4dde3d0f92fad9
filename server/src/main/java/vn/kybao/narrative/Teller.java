package vn.kybao.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ComparisonBase;
import vn.kybao.api.model.ComparisonReason;
import vn.kybao.api.model.Derivation;
import vn.kybao.api.model.FigureSource;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Unit;
import vn.kybao.calculation.Annex;
import vn.kybao.calculation.Calculator;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.FigureSpec;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.calculation.Reference;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Language;
import vn.kybao.problem.Numbers;

/** Tells the numbers that references stand for, seen from one organization's period, the way Vietnamese reports write them. */
public final class Teller {
    /** What is printed where there is no figure. */
    public static final String NONE = "…";

    private static final Unit PERCENT =
            new Unit().code("percent").name(new LocalizedText().vi("%").en("%"));
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final int MOST_LINKS = 100;
    private static final int MOST_MISSING = 100;

    private final vn.kybao.calculation.FigureSource figures;
    private final Calculator calculator;
    private final OrganizationRef organization;
    private final CalendarPeriod period;
    private final Map<Subject, Map<String, Tally>> totals;
    private final Annex annex;
    private final Map<Query, Told> known = new HashMap<>();

    /**
     * A teller for one organization's period.
     *
     * @param figures where figures come from
     * @param calculator works them out
     * @param organization whose report it is
     * @param period of which period
     * @param totals the numbers over rows that there are
     */
    public Teller(
            vn.kybao.calculation.FigureSource figures,
            Calculator calculator,
            OrganizationRef organization,
            CalendarPeriod period,
            Map<Subject, Map<String, Tally>> totals) {
        this.figures = figures;
        this.calculator = calculator;
        this.organization = organization;
        this.period = period;
        this.totals = totals;
        this.annex = new Annex(figures, calculator, organization, period);
    }

    public Told tell(Query query) {
        return known.computeIfAbsent(query, asked -> switch (asked) {
            case Query.Figure figure -> figure(figure.reference());
            case Query.Change change -> change(change);
            case Query.PercentOfPlan part -> percentOfPlan(part.indicator());
            case Query.Total total -> total(total);
        });
    }

    private Told figure(Reference reference) {
        Optional<FigureSpec> spec = figures.spec(reference.indicator());
        Figure figure = calculator.figure(organization.code(), period, MeasureRange.BEST, reference);
        Unit unit = spec.map(FigureSpec::unit).orElse(null);
        BigDecimal value = figure.value();
        if (value == null) {
            return none(unit, figure, missing(figure));
        }
        return new Told(
                printed(value, digits(figure, spec.map(FigureSpec::decimals).orElse(0))),
                value,
                unit,
                figure.indicator(),
                figure.period(),
                figure.measure(),
                figure.source(),
                filed(figure),
                null,
                evidence(figure),
                List.of());
    }

    private Told change(Query.Change asked) {
        return figures.spec(asked.indicator())
                .map(spec -> percent(annex.compared(spec, asked.base()), HUNDRED, asked.downwards()))
                .orElseGet(() -> unknown(asked.indicator()));
    }

    private Told percentOfPlan(String indicator) {
        return figures.spec(indicator)
                .map(spec -> percent(annex.compared(spec, ComparisonBase.PLAN), BigDecimal.ZERO, false))
                .orElseGet(() -> unknown(indicator));
    }

    /** A percentage of the annex, less what it is counted from. */
    private static Told percent(Annex.Compared compared, BigDecimal less, boolean downwards) {
        BigDecimal percent = compared.result().getPercent();
        if (percent == null) {
            boolean isThere = compared.result().getReason() == ComparisonReason.DIVISION_BY_ZERO
                    || compared.result().getReason() == ComparisonReason.NOT_MEANINGFUL;
            return none(PERCENT, compared.current(), isThere ? List.of() : missing(compared));
        }
        BigDecimal value = percent.subtract(less);
        Set<String> links = new LinkedHashSet<>(evidence(compared.current()));
        links.addAll(evidence(compared.base()));
        return new Told(
                printed(downwards ? value.negate() : value, 1),
                value,
                PERCENT,
                compared.current().indicator(),
                compared.current().period(),
                compared.current().measure(),
                FigureSource.DERIVED,
                null,
                null,
                links.stream().limit(MOST_LINKS).toList(),
                List.of());
    }

    private Told total(Query.Total asked) {
        Tally tally = totals.getOrDefault(asked.subject(), Map.of()).get(asked.name());
        if (tally == null || tally.value() == null) {
            List<String> missing = tally == null || tally.missing().isEmpty()
                    ? List.of(asked.subject().word() + ": " + asked.name())
                    : tally.missing();
            return new Told(
                    NONE,
                    null,
                    tally == null ? null : tally.unit(),
                    null,
                    period.code(),
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    missing);
        }
        Figure stated = tally.stated();
        return new Told(
                printed(tally.value(), stated == null ? tally.digits() : digits(stated, tally.digits())),
                tally.value(),
                tally.unit(),
                stated == null ? null : stated.indicator(),
                period.code(),
                stated == null ? null : stated.measure(),
                stated == null ? null : stated.source(),
                stated == null ? null : filed(stated),
                tally.counted(),
                tally.evidence().stream().distinct().limit(MOST_LINKS).toList(),
                List.of());
    }

    private Told unknown(String indicator) {
        return none(
                null, calculator.figure(organization.code(), indicator, period, MeasureRange.BEST), List.of(indicator));
    }

    private static Told none(@Nullable Unit unit, Figure figure, List<String> missing) {
        return new Told(
                NONE, null, unit, figure.indicator(), figure.period(), null, null, null, null, List.of(), missing);
    }

    private static String printed(BigDecimal value, int digits) {
        return Numbers.in(Language.VI, value, digits);
    }

    /** What was filed, where it is what stands for the figure. */
    private static @Nullable StatedFigure filed(Figure figure) {
        return figure.derivation() == null ? figure.stated() : null;
    }

    /** 98 is not 98,00: a filed figure keeps the digits it was printed with, and a sum the most of its parts. */
    private static int digits(Figure figure, int decimals) {
        StatedFigure stated = filed(figure);
        if (stated != null) {
            return stated.precision() == null ? 0 : stated.precision();
        }
        return figure.derivation() == Derivation.FORMULA
                ? decimals
                : figure.parts().stream()
                        .mapToInt(part -> digits(part, decimals))
                        .max()
                        .orElse(0);
    }

    private static List<String> evidence(Figure figure) {
        Set<String> links = new LinkedHashSet<>();
        gather(figure, links);
        return links.stream().limit(MOST_LINKS).toList();
    }

    private static void gather(Figure figure, Set<String> links) {
        StatedFigure stated = filed(figure);
        if (stated != null) {
            links.add("/v1/observations/" + stated.id());
        }
        for (Figure part : figure.parts()) {
            if (links.size() < MOST_LINKS) {
                gather(part, links);
            }
        }
    }

    private static List<String> missing(Annex.Compared compared) {
        Set<String> missing = new LinkedHashSet<>();
        if (compared.current().value() == null) {
            missing.addAll(missing(compared.current()));
        }
        if (compared.base().value() == null) {
            missing.addAll(missing(compared.base()));
        }
        return new ArrayList<>(missing);
    }

    /** The inputs or reporters that a figure waits for, else the indicator itself. */
    private static List<String> missing(Figure figure) {
        if (figure.missing().isEmpty()) {
            return List.of(figure.indicator());
        }
        return figure.missing().stream()
                .map(part -> part.organization().equals(figure.organization()) ? part.indicator() : part.organization())
                .distinct()
                .limit(MOST_MISSING)
                .toList();
    }
}
