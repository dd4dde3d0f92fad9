package vn.kybao.observation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.kybao.calculation.Calculator;
import vn.kybao.calculation.FigureSource;
import vn.kybao.calculation.Ratio;
import vn.kybao.calculation.Reference;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.regime.RegimeService;

/** Calculators over what is in force. */
@Singleton
public class Figures {
    private final ObservationRepository repository;
    private final IndicatorService indicators;
    private final RegimeService regimes;

    Figures(ObservationRepository repository, IndicatorService indicators, RegimeService regimes) {
        this.repository = repository;
        this.indicators = indicators;
        this.regimes = regimes;
    }

    /**
     * A calculator with the definitions it works with.
     *
     * @param source where it gets what was filed
     * @param calculator the calculator
     * @param definitions the indicators asked for, their inputs and those they replace, by code
     */
    public record Workbench(FigureSource source, Calculator calculator, Map<String, IndicatorDefinition> definitions) {}

    /**
     * A calculator for some indicators.
     *
     * @param codes the indicators; inputs of their formulas and what they replace come along
     * @param knownAt what was in force at that instant, or null for now
     * @param openRegimes which regimes' figures may be read
     */
    public Workbench workbench(Collection<String> codes, @Nullable Instant knownAt, Predicate<String> openRegimes) {
        return workbench(codes, new FigureReader.View(knownAt, openRegimes, null));
    }

    /** Calculators over what would stand if an overlay did, of all regimes; figures are read once for all of them. */
    public Function<Overlay, Workbench> overlaid(Collection<String> codes) {
        Map<String, IndicatorDefinition> definitions = closure(codes);
        FigureReader standing =
                new FigureReader(repository, regimes, definitions, new FigureReader.View(null, regime -> true, null));
        return overlay -> {
            FigureReader reader = standing.under(overlay);
            return new Workbench(reader, new Calculator(reader), definitions);
        };
    }

    private Workbench workbench(Collection<String> codes, FigureReader.View view) {
        Map<String, IndicatorDefinition> definitions = closure(codes);
        FigureReader reader = new FigureReader(repository, regimes, definitions, view);
        return new Workbench(reader, new Calculator(reader), definitions);
    }

    private Map<String, IndicatorDefinition> closure(Collection<String> codes) {
        Map<String, IndicatorDefinition> known = new HashMap<>();
        Set<String> wanted = new TreeSet<>(codes);
        while (!wanted.isEmpty()) {
            Map<String, IndicatorDefinition> found = indicators.definitions(wanted);
            known.putAll(found);
            wanted = new TreeSet<>();
            for (IndicatorDefinition definition : found.values()) {
                if (definition.formula() != null) {
                    definition.formula().references().stream()
                            .map(Reference::indicator)
                            .forEach(wanted::add);
                }
                if (definition.replaces() != null) {
                    wanted.add(definition.replaces());
                }
                Ratio ratio = definition.spec().ratio();
                if (ratio != null) {
                    wanted.add(ratio.numerator());
                    wanted.add(ratio.denominator());
                }
            }
            wanted.removeAll(known.keySet());
        }
        return known;
    }
}
