package vn.kybao.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kybao.api.model.RuleDescription;
import vn.kybao.api.model.Severity;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.Texts;

class BuiltInRuleTest {
    private static final int LONGEST = 500;

    /** Rules whose findings arrive later. */
    private static final List<String> NOT_RAISED_YET = List.of();

    /** What a filing does not fit into: no question of what its figures say. */
    private static final Set<String> NO_RULES = Set.of("NOT_EXPECTED", "UNKNOWN_BREAKDOWN", "PERIOD_CLOSED");

    private static final Path SOURCES = Path.of("src/main/java/vn/kybao");
    private static final List<Path> FIGURES = List.of(
            SOURCES.resolve("validation"),
            SOURCES.resolve("calculation"),
            SOURCES.resolve("submission/ValueChecks.java"),
            SOURCES.resolve("submission/Expectations.java"));

    /** How findings are made: {@code Note.error(CODE}, {@code item.error(CODE} or {@code Note.of(CODE, SEVERITY)}. */
    private static final Pattern NOTE =
            Pattern.compile("\\b(error|warning|info|of)\\(\\s*ProblemCode\\.([A-Z_]+)(?:,\\s*Severity\\.([A-Z]+))?");

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
    void everyRuleIsACodeOfTheCatalogue() {
        assertThat(Arrays.stream(BuiltInRule.values())
                        .map(BuiltInRule::code)
                        .filter(code -> ProblemCode.find(code).isEmpty()))
                .as("rules that nothing can raise; one that can be raised now is to leave this list")
                .containsExactlyElementsOf(NOT_RAISED_YET);
    }

    @Test
    void whatIsFoundInFiguresIsARule() throws IOException {
        Set<String> rules =
                Arrays.stream(BuiltInRule.values()).map(BuiltInRule::name).collect(Collectors.toSet());
        Set<String> raised = raised(FIGURES).keySet();
        assertThat(raised).hasSizeGreaterThan(15);
        assertThat(raised.stream().filter(code -> !NO_RULES.contains(code))).allMatch(rules::contains);
        assertThat(raised).containsAll(NO_RULES);
    }

    @Test
    void aRuleIsAsGraveAsTheCodeThatRaisesIt() throws IOException {
        Map<String, Set<Severity>> raised = raised(List.of(SOURCES));
        List<BuiltInRule> seen = Arrays.stream(BuiltInRule.values())
                .filter(rule -> raised.containsKey(rule.name()))
                .toList();
        assertThat(seen).hasSizeGreaterThan(19);
        assertThat(seen)
                .allSatisfy(rule -> assertThat(raised.get(rule.name()))
                        .as(rule.code())
                        .containsExactlyInAnyOrderElementsOf(rule.severities()));
    }

    /** The severities of the notes that sources make, by code. */
    private static Map<String, Set<Severity>> raised(List<Path> sources) throws IOException {
        Map<String, Set<Severity>> raised = new TreeMap<>();
        for (Path source : sources) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher note = NOTE.matcher(Files.readString(file));
                    while (note.find()) {
                        String severity =
                                note.group(3) == null ? note.group(1).toUpperCase(Locale.ROOT) : note.group(3);
                        // A rule of the catalogue has the severity that it was given.
                        if (!severity.equals("OF")) {
                            raised.computeIfAbsent(note.group(2), code -> EnumSet.noneOf(Severity.class))
                                    .add(Severity.fromValue(severity));
                        }
                    }
                }
            }
        }
        return raised;
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
