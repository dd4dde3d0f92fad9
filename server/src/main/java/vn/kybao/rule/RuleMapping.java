package vn.kybao.rule;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Rule;
import vn.kybao.api.model.RuleCreate;
import vn.kybao.api.model.RuleDescription;
import vn.kybao.api.model.RuleVersion;
import vn.kybao.api.model.Severity;
import vn.kybao.calculation.Condition;
import vn.kybao.calculation.Formula;
import vn.kybao.problem.Language;
import vn.kybao.problem.Texts;
import vn.kybao.search.SearchText;
import vn.kybao.time.Instants;

@Singleton
final class RuleMapping {
    private final Texts texts;

    RuleMapping(Texts texts) {
        this.texts = texts;
    }

    static String ruleSet(int builtIn, long writes) {
        return builtIn + "." + writes;
    }

    RuleRow row(RuleCreate wire, long version, Instant createdAt, Instant updatedAt) {
        List<@Nullable String> searched = new ArrayList<>();
        searched.add(wire.getCode());
        searched.add(wire.getExpression());
        searched.add(wire.getMessage().getVi());
        searched.add(wire.getMessage().getEn());
        return new RuleRow(
                wire.getCode(),
                wire.getOwner(),
                wire.getExpression(),
                wire.getSeverity().getValue(),
                Boolean.TRUE.equals(wire.getNeedsJustification()),
                Objects.requireNonNullElse(wire.getTolerance(), BigDecimal.ZERO),
                wire.getMessage().getVi(),
                wire.getMessage().getEn(),
                SearchText.of(searched),
                wire.getValidFrom(),
                wire.getValidTo(),
                version,
                createdAt,
                updatedAt);
    }

    Rule wire(RuleRow row) {
        return new Rule()
                .code(row.code())
                .owner(row.owner())
                .expression(row.expression())
                .severity(Severity.fromValue(row.severity()))
                .needsJustification(row.needsJustification())
                .tolerance(row.tolerance())
                .message(text(row.messageVi(), row.messageEn()))
                .validFrom(row.validFrom())
                .validTo(row.validTo())
                .createdAt(Instants.utc(row.createdAt()))
                .updatedAt(Instants.utc(row.updatedAt()))
                .etag(String.valueOf(row.version()));
    }

    RuleVersion wire(RuleVersionRow row) {
        return new RuleVersion()
                .ruleSet(ruleSet(row.builtIn(), row.setNumber()))
                .owner(row.owner())
                .expression(row.expression())
                .severity(Severity.fromValue(row.severity()))
                .needsJustification(row.needsJustification())
                .tolerance(row.tolerance())
                .message(text(row.messageVi(), row.messageEn()))
                .validFrom(row.validFrom())
                .validTo(row.validTo())
                .changedAt(Instants.utc(row.changedAt()))
                .etag(String.valueOf(row.version()));
    }

    RuleDescription wire(BuiltInRule rule) {
        String key = "rule." + rule.code();
        return new RuleDescription()
                .code(rule.code())
                .severities(rule.severities())
                .needsJustification(rule.needsJustification())
                .title(text(key + ".title"))
                .description(text(key + ".description"));
    }

    /** What a caller would send to make this rule: the base of a merge patch. */
    RuleCreate write(RuleRow row) {
        return new RuleCreate()
                .code(row.code())
                .owner(row.owner())
                .expression(row.expression())
                .severity(Severity.fromValue(row.severity()))
                .needsJustification(row.needsJustification())
                .tolerance(row.tolerance())
                .message(text(row.messageVi(), row.messageEn()))
                .validFrom(row.validFrom())
                .validTo(row.validTo());
    }

    RuleDefinition definition(RuleRow row) {
        return new RuleDefinition(
                row.code(),
                row.version(),
                row.owner(),
                condition(row),
                Severity.fromValue(row.severity()),
                row.needsJustification(),
                row.tolerance(),
                text(row.messageVi(), row.messageEn()));
    }

    private static Condition condition(RuleRow row) {
        try {
            return Condition.parse(row.expression());
        } catch (Formula.UnreadableException e) {
            throw new IllegalStateException("the stored expression of " + row.code() + " cannot be read", e);
        }
    }

    private LocalizedText text(String key) {
        return text(texts.text(key, Language.VI), texts.text(key, Language.EN));
    }

    private static LocalizedText text(String vi, @Nullable String en) {
        return new LocalizedText().vi(vi).en(en);
    }
}
