package vn.kybao.rule;

import java.math.BigDecimal;
import java.util.Map;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Severity;
import vn.kybao.calculation.Condition;
import vn.kybao.problem.Language;

/**
 * A rule as filing needs it, its condition compiled.
 *
 * @param code its code, which its findings bear
 * @param version its version
 * @param owner who wrote it
 * @param condition what has to hold
 * @param severity what its findings do to a submission
 * @param needsJustification whether its warnings have to be justified by who files
 * @param tolerance how far apart equal sides may be
 * @param message what is wrong when the condition does not hold
 */
public record RuleDefinition(
        String code,
        long version,
        String owner,
        Condition condition,
        Severity severity,
        boolean needsJustification,
        BigDecimal tolerance,
        LocalizedText message) {

    /** The message with its named values, which are already written as the language writes them. */
    public String message(Language language, Map<String, String> values) {
        return RuleMessages.render(message, language, values);
    }
}
