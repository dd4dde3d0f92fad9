package vn.kybao.narrative;

import java.util.Map;
import java.util.function.Predicate;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;

/** Numbers over rows that texts may name. The feature that keeps the rows of a subject has the one bean for it. */
public interface Totals {
    /** Whose numbers these are. */
    Subject subject();

    /**
     * All numbers of an organization's period, worked out together, by the subject's names; a name that is left out has
     * no number.
     *
     * @param organization whose rows
     * @param period when
     * @param regime the regime of the report that names them
     * @param openRegimes which regimes' figures may be read
     */
    Map<String, Tally> of(
            OrganizationRef organization, CalendarPeriod period, String regime, Predicate<String> openRegimes);
}
