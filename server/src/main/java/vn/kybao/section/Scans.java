package vn.kybao.section;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.Indicator;
import vn.kybao.claim.ClaimScanner;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.narrative.Mention;
import vn.kybao.narrative.Narrative;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;

/** Proposes claims: what is typed in a text, about the indicators of the section's regime and those that state totals. */
@Singleton
final class Scans {
    private static final int MOST_CLAIMS = 1_000;

    private final ClaimScanner scanner;
    private final IndicatorService indicators;
    private final RegimeService regimes;
    private final PeriodService periods;

    Scans(ClaimScanner scanner, IndicatorService indicators, RegimeService regimes, PeriodService periods) {
        this.scanner = scanner;
        this.indicators = indicators;
        this.regimes = regimes;
        this.periods = periods;
    }

    /** What the text of a section says beyond the claims that are there. */
    List<Claim> found(SectionRow row, List<Claim> present) {
        Set<String> codes = new TreeSet<>();
        regimes.find(row.regime()).map(RegimeDefinition::indicators).ifPresent(codes::addAll);
        indicators.stating().stream().map(IndicatorDefinition::code).forEach(codes::add);
        Collection<Indicator> described = indicators.described(codes).values();
        // What a plan says is about the period that is planned, unless it says otherwise.
        CalendarPeriod period = periods.find(Objects.requireNonNullElse(row.planFor(), row.period()))
                .orElseThrow();
        List<Mention> mentions = Narrative.of(row.body()).mentions();
        List<Claim> more = new ArrayList<>();
        for (Claim claim : scanner.scan(row.body(), described, period)) {
            boolean known = present.stream().anyMatch(other -> isSame(claim, other))
                    || more.stream().anyMatch(other -> isSame(claim, other));
            boolean referenced = mentions.stream().anyMatch(mention -> overlaps(claim, mention));
            if (!known && !referenced && present.size() + more.size() < MOST_CLAIMS) {
                more.add(claim);
            }
        }
        return more;
    }

    private static boolean isSame(Claim one, Claim other) {
        return one.getStart().equals(other.getStart())
                && one.getLength().equals(other.getLength())
                && one.getKind() == other.getKind();
    }

    /** What stands within a reference is no typed number. */
    private static boolean overlaps(Claim claim, Mention mention) {
        return claim.getStart() < mention.start() + mention.length()
                && mention.start() < claim.getStart() + claim.getLength();
    }
}
