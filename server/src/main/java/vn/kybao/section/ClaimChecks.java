package vn.kybao.section;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.Party;
import vn.kybao.document.DocumentService;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.narrative.Anchors;
import vn.kybao.narrative.Anchors.Anchor;
import vn.kybao.organization.Parties;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** Claims: whether they stand where they say and name what there is, and where they stand after the text has changed. */
@Singleton
final class ClaimChecks {
    private static final int MOST_SUGGESTIONS = 20;
    /** How far from where it should stand a text is looked for: in all of a long body that would take for ever. */
    private static final int FARTHEST = 5_000;

    private final IndicatorService indicators;
    private final PeriodService periods;
    private final Parties parties;
    private final DocumentService documents;

    ClaimChecks(IndicatorService indicators, PeriodService periods, Parties parties, DocumentService documents) {
        this.indicators = indicators;
        this.periods = periods;
        this.parties = parties;
        this.documents = documents;
    }

    /** Adds everything that is wrong with claims on a text; one that could not be read at all is null. */
    void check(List<? extends @Nullable Claim> claims, String body, Findings findings) {
        Map<String, @Nullable Party> issuers = new LinkedHashMap<>();
        int misplaced = 0;
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            if (claim != null) {
                misplaced += place(claim, "/claims/" + i, misplaced < MOST_SUGGESTIONS, body, findings);
                issuers.put("/claims/" + i + "/issuer", claim.getIssuer());
            }
        }
        parties.check(issuers, findings);
        indicators(claims, findings);
        periods(claims, findings);
        documents(claims, findings);
    }

    /** Adds what is wrong with a claim's place; 1 when it is not there, else 0. */
    private static int place(Claim claim, String pointer, boolean suggests, String body, Findings findings) {
        String text = claim.getText();
        Integer start = claim.getStart();
        Integer length = claim.getLength();
        if (text == null || start == null || length == null) {
            return 0;
        }
        if (length != text.length()) {
            findings.add(Note.error(ProblemCode.CLAIM_MISPLACED)
                    .at(pointer + "/length")
                    .actual(text)
                    .expected(String.valueOf(text.length())));
        }
        if (body.startsWith(text, start)) {
            return 0;
        }
        Note note =
                Note.error(ProblemCode.CLAIM_MISPLACED).at(pointer + "/start").actual(text);
        findings.add((suggests ? nearest(body, text, start) : Optional.<Integer>empty())
                .map(place -> note.expected(String.valueOf(place)))
                .orElse(note));
        return 1;
    }

    /** Where the text does stand, as near as it does. */
    private static Optional<Integer> nearest(String body, String text, int start) {
        int place = Math.min(start, body.length());
        int first = Math.max(0, place - FARTHEST);
        String near = body.substring(first, Math.min(body.length(), place + FARTHEST + text.length()));
        int before = near.lastIndexOf(text, place - first);
        int after = near.indexOf(text, place - first);
        if (before < 0 && after < 0) {
            return Optional.empty();
        }
        boolean isAfter = before < 0 || (after >= 0 && after - (place - first) < place - first - before);
        return Optional.of(first + (isAfter ? after : before));
    }

    private void indicators(List<? extends @Nullable Claim> claims, Findings findings) {
        Set<String> known = indicators
                .definitions(claims.stream()
                        .filter(Objects::nonNull)
                        .map(Claim::getIndicator)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .keySet();
        Map<String, Note> unknown = new HashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            String code = claim == null ? null : claim.getIndicator();
            if (code != null && !known.contains(code)) {
                Note note = unknown.computeIfAbsent(
                        code,
                        c -> unknown.size() < MOST_SUGGESTIONS
                                ? indicators.unknown(c)
                                : Note.error(ProblemCode.UNKNOWN_REFERENCE).actual(c));
                findings.add(note.at("/claims/" + i + "/indicator"));
            }
        }
    }

    private void periods(List<? extends @Nullable Claim> claims, Findings findings) {
        Map<String, Optional<CalendarPeriod>> known = new HashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            String code = claim == null ? null : claim.getPeriod();
            if (code != null && known.computeIfAbsent(code, periods::find).isEmpty()) {
                findings.add(periods.unknown(code).at("/claims/" + i + "/period"));
            }
        }
    }

    private void documents(List<? extends @Nullable Claim> claims, Findings findings) {
        Map<String, @Nullable String> cited = new LinkedHashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            cited.put("/claims/" + i + "/document", claim == null ? null : claim.getDocument());
        }
        documents.check(cited, findings);
    }

    /** The claims in their places on a changed text, without those whose text is gone. */
    static List<Claim> moved(List<Claim> claims, String before, String after) {
        Map<Anchor, Integer> places = Anchors.moved(
                before, after, claims.stream().map(ClaimChecks::anchor).toList());
        return claims.stream()
                .filter(claim -> places.containsKey(anchor(claim)))
                .map(claim -> claim.start(Objects.requireNonNull(places.get(anchor(claim)))))
                .toList();
    }

    private static Anchor anchor(Claim claim) {
        return new Anchor(claim.getStart(), claim.getText());
    }
}
