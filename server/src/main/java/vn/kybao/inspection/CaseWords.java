package vn.kybao.inspection;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Unit;
import vn.kybao.inspection.CaseTotals.Named;
import vn.kybao.narrative.Subject;
import vn.kybao.narrative.Tally;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.regime.RegimeService;
import vn.kybao.total.Reach;
import vn.kybao.total.StatedTotals.Stated;
import vn.kybao.total.Total;

/** Numbers of cases for the texts that name them. */
final class CaseWords {
    private static final Unit CASE =
            new Unit().code("case").name(new LocalizedText().vi("trường hợp").en("cases"));

    private final CaseTotals totals;
    private final RegimeService regimes;

    CaseWords(CaseTotals totals, RegimeService regimes) {
        this.totals = totals;
        this.regimes = regimes;
    }

    CaseTotals.Answer answer(
            OrganizationRef organization, CalendarPeriod period, String regime, Predicate<String> openRegimes) {
        return totals.of(
                organization, period, Reach.of(period, regimes.find(regime).orElseThrow()), openRegimes);
    }

    /** As texts print them: what was stated where it was, else what the rows give. */
    static Map<String, Tally> tallies(Subject subject, Map<String, Named> named, String link) {
        Map<String, Tally> all = new LinkedHashMap<>();
        named.forEach((name, one) -> all.put(name, tally(subject.word() + ": " + name, one, link)));
        return all;
    }

    private static Tally tally(String name, Named named, String link) {
        Total total = named.total();
        Unit unit = Objects.requireNonNullElse(named.unit(), CASE);
        Stated stated = total.stated();
        if (stated != null) {
            return Tally.stated(stated.figure(), unit, total.evidence());
        }
        BigDecimal counted = total.printed();
        return counted == null ? Tally.unknown(unit, List.of(name)) : Tally.counted(counted, 0, unit, List.of(link));
    }
}
