package vn.kybao.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kybao.rule.BuiltInRule;
import vn.kybao.testing.ContractDocument;

/** Everything that can be said can be said in both languages. */
class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Properties VIETNAMESE = load(Language.VI);
    private static final Properties ENGLISH = load(Language.EN);

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(new TreeSet<>(ENGLISH.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(VIETNAMESE.stringPropertyNames()));
    }

    @Test
    void bothLanguagesNameTheSameValues() {
        for (String key : VIETNAMESE.stringPropertyNames()) {
            assertThat(placeholders(ENGLISH, key)).as(key).isEqualTo(placeholders(VIETNAMESE, key));
        }
    }

    @Test
    void noTextIsEmptyOrUntidy() {
        for (Properties texts : new Properties[] {VIETNAMESE, ENGLISH}) {
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
                assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                        .as(key)
                        .isTrue();
                assertThat(text.replaceAll(PLACEHOLDER.pattern(), "")).as(key).doesNotContain("{", "}");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyCodeHasATitleAndAMessage(ProblemCode code) {
        for (Properties texts : new Properties[] {VIETNAMESE, ENGLISH}) {
            assertThat(texts.getProperty(code.code() + ".title")).isNotBlank();
            assertThat(texts.getProperty(code.code())).isNotBlank();
        }
    }

    @Test
    void everyValueOfAnEnumerationHasALabel() {
        for (String key : labels()) {
            assertThat(VIETNAMESE.getProperty(key)).as(key).isNotBlank();
            assertThat(ENGLISH.getProperty(key)).as(key).isNotBlank();
        }
    }

    @Test
    void noTextIsLeftFromACodeThatIsGone() {
        Set<String> labels = labels();
        for (String key : VIETNAMESE.stringPropertyNames()) {
            String code = key.replaceFirst("\\.[a-z-]+$", "");
            boolean known = ProblemCode.find(code).isPresent() || labels.contains(key) || isOfABuiltInRule(key);
            // The parts that messages are put together from are named by a word and what they stand for.
            assertThat(known || key.matches("period-forms|(base|value|status)\\.[a-z-]+"))
                    .as(key)
                    .isTrue();
        }
    }

    private static boolean isOfABuiltInRule(String key) {
        return Arrays.stream(BuiltInRule.values())
                .map(rule -> "rule." + rule.code())
                .anyMatch(rule -> key.equals(rule + ".title") || key.equals(rule + ".description"));
    }

    private static Set<String> labels() {
        Set<String> keys = new TreeSet<>();
        JsonNode schemas = ContractDocument.get().root().at("/components/schemas");
        schemas.properties()
                .forEach(schema -> schema.getValue()
                        .path("enum")
                        .forEach(code -> keys.add(schema.getKey() + "." + code.asText())));
        assertThat(keys).hasSizeGreaterThan(80);
        return keys;
    }

    private static Set<String> placeholders(Properties texts, String key) {
        return PLACEHOLDER
                .matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties load(Language language) {
        Properties texts = new Properties();
        try (var stream = MessagesTest.class.getResourceAsStream("/messages_" + language.tag() + ".properties")) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }
}
