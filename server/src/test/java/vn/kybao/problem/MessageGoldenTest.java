package vn.kybao.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kybao.rule.BuiltInRule;

/**
 * Every message as it is read, in both languages. A change of words is a change of golden/messages.txt;
 * {@code -Dkybao.golden=write} writes it anew.
 */
class MessageGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/messages.txt");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SENTENCE = Pattern.compile("(?s)[\\p{Lu}“\"\\d−-].*[.!?]");
    private static final Properties VIETNAMESE = load(Language.VI);
    private static final Properties ENGLISH = load(Language.EN);
    private static final Texts TEXTS = new Texts();

    /** What is wrong with a figure is said with the name of its indicator. */
    private static final List<Path> ABOUT_FIGURES = List.of(
            Path.of("src/main/java/vn/kybao/validation"),
            Path.of("src/main/java/vn/kybao/submission/ValueChecks.java"),
            Path.of("src/main/java/vn/kybao/submission/Expectations.java"),
            Path.of("src/main/java/vn/kybao/calculation"),
            Path.of("src/main/java/vn/kybao/claim/FigureClaims.java"),
            Path.of("src/main/java/vn/kybao/claim/ChangeClaims.java"));

    /** A message: the code with the variant that its situation asks for, or none. */
    record Message(ProblemCode code, String variant) {
        String key() {
            return variant.isEmpty() ? code.code() : code.code() + '.' + variant;
        }

        Note note() {
            Note note = Note.error(code);
            for (String name : names(key())) {
                note = Samples.with(note, key(), name);
            }
            return variant.isEmpty() || variant.equals("suggest") ? note : note.with("variant", variant);
        }

        String in(Language language) {
            return note().toWire(TEXTS, language).getMessage();
        }

        @Override
        public String toString() {
            return key();
        }
    }

    @Test
    void everyMessageReadsAsInTheGoldenFile() throws IOException {
        String found = Stream.concat(messages().map(MessageGoldenTest::block), rules().map(MessageGoldenTest::block))
                .collect(Collectors.joining("\n"));
        if ("write".equals(System.getProperty("kybao.golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, found);
        }
        assertThat(found).as("%s; -Dkybao.golden=write writes it anew", GOLDEN).isEqualTo(Files.readString(GOLDEN));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageIsACompleteSentenceInBothLanguages(Message message) {
        for (Language language : Language.values()) {
            assertThat(message.in(language))
                    .matches(SENTENCE)
                    .doesNotContain("{", "}", "  ")
                    .isNotEqualTo(TEXTS.title(message.code(), language));
        }
        assertThat(message.in(Language.EN)).isNotEqualTo(message.in(Language.VI));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void numbersAndDaysAreWrittenAsTheLanguageHasThem(Message message) {
        Note note = message.note();
        for (String name : note.values().keySet()) {
            if (name.startsWith("number:") || name.startsWith("date:")) {
                String plain = name.substring(name.indexOf(':') + 1);
                for (Language language : Language.values()) {
                    String spoken = note.spoken(language).get(plain);
                    assertThat(message.in(language)).contains(spoken);
                }
            }
        }
        if (message.code() == ProblemCode.SEPARATOR_AMBIGUOUS) {
            return; // It quotes numbers that are written otherwise.
        }
        assertThat(message.in(Language.VI)).doesNotContainPattern("\\d,\\d{3}[.,]\\d");
        assertThat(message.in(Language.EN)).doesNotContainPattern("\\d\\.\\d{3},\\d");
    }

    @Test
    void aFindingAboutAFigureNamesItsIndicator() throws IOException {
        Set<String> codes = raised();
        assertThat(codes).hasSizeGreaterThan(15);
        messages().filter(message -> codes.contains(message.code().name())).forEach(message -> {
            // A rule of the catalogue speaks for itself; a closed period and a shared denominator are of many figures;
            // a rate
            // in a text may be of no indicator.
            boolean ofNone = message.code() == ProblemCode.DENOMINATOR_NAMED
                    && message.variant().equals("text");
            if (message.code() != ProblemCode.RULE_BROKEN && message.code() != ProblemCode.PERIOD_CLOSED && !ofNone) {
                String name = message.code() == ProblemCode.ONE_POPULATION ? "denominator" : "name";
                assertThat(names(message.key())).as(message.key()).contains(name);
            }
        });
    }

    private static Set<String> raised() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path place : ABOUT_FIGURES) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Pattern.compile("ProblemCode\\.([A-Z_]+)")
                            .matcher(Files.readString(file))
                            .results()
                            .forEach(code -> codes.add(code.group(1)));
                }
            }
        }
        return codes;
    }

    private static Stream<Message> messages() {
        return Arrays.stream(ProblemCode.values())
                .flatMap(code ->
                        Stream.concat(Stream.of(""), variants(code)).map(variant -> new Message(code, variant)));
    }

    private static Stream<String> variants(ProblemCode code) {
        return VIETNAMESE.stringPropertyNames().stream()
                .filter(key -> key.startsWith(code.code() + '.'))
                .map(key -> key.substring(code.code().length() + 1))
                .filter(variant -> !variant.equals("title") && !variant.equals("help"))
                .sorted();
    }

    private static Stream<BuiltInRule> rules() {
        return Arrays.stream(BuiltInRule.values());
    }

    private static String block(Message message) {
        List<String> lines = new ArrayList<>();
        lines.add(message.key());
        for (Language language : Language.values()) {
            lines.add("  " + language.tag() + " title    " + TEXTS.title(message.code(), language));
            lines.add("  " + language.tag() + " message  " + message.in(language));
            if (!TEXTS.help(message.code(), language).isEmpty()) {
                lines.add("  " + language.tag() + " help     " + TEXTS.help(message.code(), language));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String block(BuiltInRule rule) {
        String key = "rule." + rule.code();
        List<String> lines = new ArrayList<>();
        lines.add(key + " " + rule.severities());
        for (Language language : Language.values()) {
            lines.add("  " + language.tag() + " title    " + TEXTS.text(key + ".title", language));
            lines.add("  " + language.tag() + " says     " + TEXTS.text(key + ".description", language));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The names of a message in either language, in order. */
    private static List<String> names(String key) {
        Set<String> names = new TreeSet<>();
        for (Properties texts : List.of(VIETNAMESE, ENGLISH)) {
            PLACEHOLDER
                    .matcher(texts.getProperty(key))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .forEach(names::add);
        }
        return Collections.unmodifiableList(new ArrayList<>(names));
    }

    private static Properties load(Language language) {
        Properties texts = new Properties();
        try (var stream = Texts.class.getResourceAsStream("/messages_" + language.tag() + ".properties")) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
