package vn.kybao.claim;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.ClaimKind;
import vn.kybao.api.model.ClaimStatus;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.Party;
import vn.kybao.document.Citation;
import vn.kybao.document.Citations;
import vn.kybao.period.CalendarPeriod;

/** Proposes the claims of a narrative. */
@Singleton
public class ClaimScanner {
    private static final int MOST_CLAIMS = 1000;
    /** What the contract allows the text of a claim; blanks between a number and its unit may make it longer. */
    private static final int LONGEST_CLAIM = 2000;

    /**
     * The numbers near names of indicators and the documents that a text cites, in its order, as proposals.
     *
     * @param body Markdown; offsets count its UTF-16 units
     * @param indicators whose names and aliases are looked for
     * @param period the period that the text is about
     */
    public List<Claim> scan(String body, Collection<Indicator> indicators, CalendarPeriod period) {
        return scan(body, indicators, period, new Effort());
    }

    List<Claim> scan(String body, Collection<Indicator> indicators, CalendarPeriod period, Effort effort) {
        byte[] parts = Markup.parts(body);
        List<Claim> claims = new ArrayList<>();
        Passage passage = new Passage(body, parts, Names.of(indicators, period), period, effort);
        claims.addAll(new Reading(passage, MOST_CLAIMS).claims());
        Citations.find(Markup.prose(body, parts)).stream()
                .map(citation -> document(citation, body))
                .forEach(claims::add);
        claims.removeIf(claim -> claim.getLength() > LONGEST_CLAIM);
        claims.sort(Comparator.comparing(Claim::getStart));
        return claims.size() > MOST_CLAIMS ? List.copyOf(claims.subList(0, MOST_CLAIMS)) : claims;
    }

    private static Claim document(Citation cited, String body) {
        return new Claim()
                .start(cited.start())
                .length(cited.length())
                .text(body.substring(cited.start(), cited.start() + cited.length()))
                .kind(ClaimKind.DOCUMENT)
                .issuer(cited.issuer() == null ? null : new Party().text(cited.issuer()))
                .issuedOn(cited.date())
                .status(ClaimStatus.PROPOSED);
    }
}
