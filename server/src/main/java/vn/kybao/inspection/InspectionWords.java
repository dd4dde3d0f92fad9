package vn.kybao.inspection;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Predicate;
import vn.kybao.narrative.Subject;
import vn.kybao.narrative.Tally;
import vn.kybao.narrative.Totals;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.regime.RegimeService;

/** Numbers of inspections for the texts that name them. */
@Singleton
class InspectionWords implements Totals {
    private final CaseWords words;

    InspectionWords(CaseTotals totals, RegimeService regimes) {
        this.words = new CaseWords(totals, regimes);
    }

    @Override
    public Subject subject() {
        return Subject.INSPECTIONS;
    }

    @Override
    public Map<String, Tally> of(
            OrganizationRef organization, CalendarPeriod period, String regime, Predicate<String> openRegimes) {
        CaseTotals.Answer answer = words.answer(organization, period, regime, openRegimes);
        return CaseWords.tallies(subject(), answer.inspections(), answer.link());
    }
}
