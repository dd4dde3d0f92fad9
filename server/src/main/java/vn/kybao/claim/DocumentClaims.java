package vn.kybao.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.ClaimKind;
import vn.kybao.api.model.Party;
import vn.kybao.claim.ClaimChecks.Ground;
import vn.kybao.claim.ClaimChecks.Placed;
import vn.kybao.document.DocumentChecks;
import vn.kybao.document.DocumentNumber;
import vn.kybao.document.DocumentRef;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/**
 * Documents that a text cites: whether their numbers agree with themselves, with the issuer that the text names, with the
 * registered document that is meant and with one another.
 */
final class DocumentClaims {
    List<Note> doubts(Placed placed, Ground ground) {
        Claim claim = placed.claim();
        Optional<DocumentNumber> number = DocumentNumber.parse(claim.getText());
        if (number.isEmpty()) {
            return List.of(Note.warning(ProblemCode.DOCUMENT_NUMBER).actual(claim.getText()));
        }
        String issuer = issuer(claim, ground);
        List<Note> doubts = new ArrayList<>(DocumentChecks.doubts(number.get(), issuer, ground.symbols()));
        DocumentRef registered =
                claim.getDocument() == null ? null : ground.cited().documents().get(claim.getDocument());
        if (registered != null) {
            // An issuer that its own number contradicts is one mistake, whatever is registered.
            boolean told = doubts.stream()
                    .anyMatch(note -> "issuer".equals(note.values().get("variant")));
            doubts.addAll(DocumentChecks.against(
                    number.get(), told ? null : issuer, claim.getIssuedOn(), registered, ground.symbols()));
        }
        return doubts;
    }

    /** What an issuer is called, in the words of the text or as an organization of the service. */
    private static @Nullable String issuer(Claim claim, Ground ground) {
        Party issuer = claim.getIssuer();
        if (issuer == null) {
            return null;
        }
        String name = issuer.getText() != null
                ? issuer.getText()
                : ground.cited().names().getOrDefault(issuer, "");
        return name.isEmpty() ? null : name;
    }

    /** One document in one year: numbers begin anew with the next. */
    private record Issued(String key, String issuer, int year) {}

    /** Citations that give one document another day than the first citation of it does; each other day is told once. */
    Map<Placed, Note> dates(Ground ground, List<Placed> report) {
        Map<Issued, List<LocalDate>> known = new HashMap<>();
        Map<Placed, Note> notes = new LinkedHashMap<>();
        for (Placed placed : report) {
            Claim claim = placed.claim();
            LocalDate day = claim.getIssuedOn();
            Optional<DocumentNumber> number = claim.getKind() == ClaimKind.DOCUMENT && day != null
                    ? DocumentNumber.parse(claim.getText())
                    : Optional.empty();
            if (day != null && number.isPresent()) {
                String issuer = DocumentChecks.issuer(number.get(), issuer(claim, ground), ground.symbols());
                List<LocalDate> days = known.computeIfAbsent(
                        new Issued(number.get().key(), issuer, day.getYear()), one -> new ArrayList<>());
                if (!days.contains(day)) {
                    days.add(day);
                    if (days.size() > 1) {
                        notes.put(placed, twoDays(number.get(), days.getFirst(), day));
                    }
                }
            }
        }
        return notes;
    }

    private static Note twoDays(DocumentNumber number, LocalDate first, LocalDate other) {
        return Note.warning(ProblemCode.DOCUMENT_NUMBER)
                .with("variant", "dates")
                .with("document", number.full())
                .with("date", other)
                .with("registered", first)
                .expected(first.toString());
    }
}
