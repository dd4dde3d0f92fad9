package vn.kybao.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kybao.api.model.RuleDescription;
import vn.kybao.api.model.Severity;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.Texts;

class BuiltInRuleTest {
    private static final int LONGEST = 500;

    private final RuleMapping mapping = new RuleMapping(new Texts());

    @ParameterizedTest
    @EnumSource(BuiltInRule.class)
    void everyRuleSaysWhatItComparesAndWhatToDoInBothLanguages(BuiltInRule rule) {
        RuleDescription wire = mapping.wire(rule);
        assertThat(wire.getCode()).isEqualTo(rule.code());
        for (String title : List.of(wire.getTitle().getVi(), wire.getTitle().getEn())) {
            assertThat(title).isNotBlank().hasSizeLessThan(80).doesNotEndWith(".");
        }
        for (String text :
                List.of(wire.getDescription().getVi(), wire.getDescription().getEn())) {
            assertThat(text).hasSizeBetween(150, LONGEST).endsWith(".");
        }
        assertThat(wire.getDescription().getVi())
                .isNotEqualTo(wire.getDescription().getEn());
    }

    /** The finding of a rule looks its message up under the same code. */
    @ParameterizedTest
    @EnumSource(BuiltInRule.class)
    void aCodeOfTheCatalogueIsWrittenTheSameWay(BuiltInRule rule) {
        Optional<ProblemCode> code = ProblemCode.find(rule.code());
        assertThat(code.map(ProblemCode::name).orElse(rule.name())).isEqualTo(rule.name());
        assertThat(code.map(ProblemCode::status).orElse(422)).isEqualTo(422);
    }

    @Test
    void theRulesThatAreAppliedTodayAreInTheCatalogueOfCodes() {
        assertThat(Arrays.stream(BuiltInRule.values())
                        .map(BuiltInRule::code)
                        .filter(code -> ProblemCode.find(code).isPresent())
                        .collect(Collectors.toSet()))
                .contains(
                        "parts-equal-total",
                        "stated-ratio",
                        "denominator-named",
                        "value-range",
                        "count-integral",
                        "estimate-flagged",
                        "null-not-zero",
                        "subject-valid",
                        "inputs-missing",
                        "required-missing",
                        "required-schema");
    }

    @Test
    void onlyAWarningIsJustified() {
        assertThat(BuiltInRule.values())
                .filteredOn(BuiltInRule::needsJustification)
                .containsExactly(BuiltInRule.MAGNITUDE_JUMP)
                .allSatisfy(rule -> assertThat(rule.severities()).containsExactly(Severity.WARNING));
        assertThat(BuiltInRule.SEPARATOR_AMBIGUOUS.severities()).containsExactly(Severity.ERROR, Severity.WARNING);
    }

    @Test
    void aRuleIsFoundByItsCode() {
        assertThat(BuiltInRule.find("stock-identity")).contains(BuiltInRule.STOCK_IDENTITY);
        assertThat(BuiltInRule.find("STOCK_IDENTITY")).isEmpty();
    }
}
