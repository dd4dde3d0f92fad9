package vn.kybao.claim;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.OrganizationAggregation;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ReportingCalendar;
import vn.kybao.api.model.TimeAggregation;
import vn.kybao.api.model.ValueState;
import vn.kybao.calculation.Calculator;
import vn.kybao.calculation.FigureSource;
import vn.kybao.calculation.FigureSpec;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.claim.ClaimChecks.Cited;
import vn.kybao.claim.ClaimChecks.Ground;
import vn.kybao.claim.ClaimChecks.Placed;
import vn.kybao.document.SymbolCatalogue;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.observation.Figures.Workbench;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;

/** Figures in memory that claims are held against. */
final class Evidence implements FigureSource {
    static final String SECTION = "/v1/sections/section";

    private final List<StatedFigure> figures = new ArrayList<>();
    private final Map<String, IndicatorDefinition> definitions = new HashMap<>();

    Evidence() {
        Catalogue.ALL.forEach(indicator -> define(indicator, indicator.getKind(), false));
    }

    Evidence define(String code, IndicatorKind kind, boolean denominatorKnown) {
        Indicator indicator = Catalogue.ALL.stream()
                .filter(one -> one.getCode().equals(code))
                .findFirst()
                .orElseThrow();
        define(indicator, kind, denominatorKnown);
        return this;
    }

    private void define(Indicator indicator, IndicatorKind kind, boolean denominatorKnown) {
        FigureSpec spec = new FigureSpec(
                indicator.getCode(),
                indicator.getName(),
                indicator.getUnit(),
                indicator.getValueType(),
                kind,
                2,
                TimeAggregation.NONE,
                OrganizationAggregation.NONE,
                null,
                null,
                null);
        boolean share = Quantities.isPercent(indicator) && !indicator.getIndex();
        definitions.put(
                indicator.getCode(),
                new IndicatorDefinition(
                        spec,
                        null,
                        share ? new BigDecimal("100") : null,
                        denominatorKnown,
                        List.of(),
                        null,
                        null,
                        null,
                        null));
    }

    /** An actual figure of this or another period. */
    Evidence figure(String indicator, String period, String value) {
        return figure(indicator, period, Measure.ACTUAL, value, Qualifier.EXACT);
    }

    Evidence figure(String indicator, String period, Measure measure, String value, Qualifier qualifier) {
        figures.add(new StatedFigure(
                "id-" + figures.size(),
                "dept",
                indicator,
                period,
                measure,
                "",
                new BigDecimal(value),
                ValueState.REPORTED,
                qualifier,
                new BigDecimal(value).scale(),
                null,
                null,
                null,
                null,
                "regime-" + indicator,
                "submission",
                1,
                Instant.EPOCH,
                null));
        return this;
    }

    Ground ground() {
        OrganizationRef organization = new OrganizationRef("dept", "DEPARTMENT", "/dept/", "Sở", null, null);
        return new Ground(
                organization,
                new Workbench(this, new Calculator(this), definitions),
                SymbolCatalogue.standard(),
                Cited.NOTHING);
    }

    static Placed placed(Claim claim) {
        return placed(claim, Catalogue.QUARTER, SECTION);
    }

    static Placed placed(Claim claim, CalendarPeriod period, String link) {
        return new Placed(claim, period, false, List.of(link));
    }

    @Override
    public List<StatedFigure> stated(String organization, String indicator, CalendarPeriod period, String breakdown) {
        return figures.stream()
                .filter(figure -> figure.indicator().equals(indicator)
                        && figure.period().equals(period.code())
                        && figure.organization().equals(organization)
                        && figure.breakdown().equals(breakdown))
                .toList();
    }

    @Override
    public Optional<FigureSpec> spec(String indicator) {
        return Optional.ofNullable(definitions.get(indicator)).map(IndicatorDefinition::spec);
    }

    @Override
    public Optional<ReportingCalendar> calendar(String regime) {
        return Optional.of(ReportingCalendar.CALENDAR);
    }

    @Override
    public List<String> expectedReporters(
            String organization, String indicator, CalendarPeriod period, MeasureRange range) {
        return List.of();
    }
}
