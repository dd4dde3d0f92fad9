package vn.kybao.claim;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.Indicator;
import vn.kybao.period.CalendarPeriod;

/** Proposes the claims of a narrative. */
@Singleton
public class ClaimScanner {
    /**
     * The numbers near names of indicators and the documents that a text cites, in its order, as proposals.
     *
     * @param body Markdown; offsets count its UTF-16 units
     * @param indicators whose names and aliases are looked for
     * @param period the period that the text is about
     */
    public List<Claim> scan(String body, Collection<Indicator> indicators, CalendarPeriod period) {
        return List.of();
    }
}
