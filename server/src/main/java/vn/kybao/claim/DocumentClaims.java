package vn.kybao.claim;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Party;
import vn.kybao.claim.ClaimChecks.Placed;
import vn.kybao.document.DocumentChecks;
import vn.kybao.document.DocumentNumber;
import vn.kybao.document.SymbolCatalogue;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** Documents that a text cites: whether their numbers agree with themselves and with the issuer that the text names. */
final class DocumentClaims {
    List<Note> doubts(Placed placed, SymbolCatalogue symbols) {
        String text = placed.claim().getText();
        Optional<DocumentNumber> number = DocumentNumber.parse(text);
        return number.isEmpty()
                ? List.of(Note.warning(ProblemCode.DOCUMENT_NUMBER).actual(text))
                : DocumentChecks.doubts(number.get(), issuer(placed.claim().getIssuer()), symbols);
    }

    private static @Nullable String issuer(@Nullable Party issuer) {
        return issuer == null ? null : issuer.getText();
    }
}
