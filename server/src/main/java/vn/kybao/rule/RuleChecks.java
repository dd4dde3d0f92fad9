package vn.kybao.rule;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.RuleCreate;
import vn.kybao.api.model.Severity;
import vn.kybao.calculation.Condition;
import vn.kybao.calculation.Formula.UnreadableException;
import vn.kybao.calculation.Reference;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.indicator.ReferenceChecks;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** What a rule must be to be written. */
@Singleton
final class RuleChecks {
    private static final String EXPRESSION = "/expression";

    private final IndicatorService indicators;

    RuleChecks(IndicatorService indicators) {
        this.indicators = indicators;
    }

    void check(RuleCreate wanted, Findings findings) {
        bounds(wanted, findings);
        Optional<Condition> condition = condition(wanted.getExpression(), findings);
        condition.ifPresent(read -> references(read, wanted.getExpression(), findings));
        LocalizedText message = wanted.getMessage();
        if (message != null) {
            placeholders(message.getVi(), "/message/vi", condition, findings);
            placeholders(message.getEn(), "/message/en", condition, findings);
        }
    }

    private static void bounds(RuleCreate wanted, Findings findings) {
        Severity severity = wanted.getSeverity();
        if (Boolean.TRUE.equals(wanted.getNeedsJustification()) && severity != null && severity != Severity.WARNING) {
            findings.add(Note.error(ProblemCode.JUSTIFICATION_WITHOUT_WARNING)
                    .at("/needsJustification")
                    .actual(severity.getValue())
                    .expected(Severity.WARNING.getValue()));
        }
        BigDecimal tolerance = wanted.getTolerance();
        if (tolerance != null && tolerance.signum() < 0) {
            findings.add(Note.error(ProblemCode.OUT_OF_BOUNDS)
                    .at("/tolerance")
                    .actual(tolerance.toPlainString())
                    .expected("≥ 0"));
        }
        if (wanted.getValidFrom() != null
                && wanted.getValidTo() != null
                && wanted.getValidTo().isBefore(wanted.getValidFrom())) {
            findings.add(Note.error(ProblemCode.DATES_REVERSED)
                    .at("/validTo")
                    .actual(wanted.getValidTo().toString())
                    .expected("≥ " + wanted.getValidFrom()));
        }
    }

    private static Optional<Condition> condition(@Nullable String expression, Findings findings) {
        if (expression == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Condition.parse(expression));
        } catch (UnreadableException e) {
            findings.add(Note.error(ProblemCode.EXPRESSION_INVALID)
                    .at(EXPRESSION)
                    .with("variant", e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .actual(e.found())
                    .position(e.position(), e.found().length()));
            return Optional.empty();
        }
    }

    private void references(Condition condition, String expression, Findings findings) {
        Map<String, IndicatorDefinition> known = indicators.definitions(
                condition.references().stream().map(Reference::indicator).collect(Collectors.toSet()));
        for (Reference reference : condition.references()) {
            int length = expression.indexOf('}', reference.position()) + 1 - reference.position();
            IndicatorDefinition indicator = known.get(reference.indicator());
            if (indicator == null) {
                findings.add(indicators
                        .unknown(reference.indicator())
                        .at(EXPRESSION)
                        .position(reference.position(), length));
            } else {
                ReferenceChecks.breakdowns(reference, indicator)
                        .forEach(note -> findings.add(note.at(EXPRESSION).position(reference.position(), length)));
            }
        }
    }

    private static void placeholders(
            @Nullable String template, String pointer, Optional<Condition> condition, Findings findings) {
        if (template == null) {
            return;
        }
        Set<String> known = condition.map(RuleMessages::known).orElseGet(() -> Set.copyOf(RuleMessages.NAMES));
        List<RuleMessages.Unknown> unknown =
                condition.isPresent() ? RuleMessages.unknown(template, known) : RuleMessages.unknown(template);
        for (RuleMessages.Unknown found : unknown) {
            findings.add(Note.error(ProblemCode.UNKNOWN_PLACEHOLDER)
                    .at(pointer)
                    .actual(found.text())
                    .expected(String.join(", ", known))
                    .position(found.start(), found.text().length()));
        }
    }
}
