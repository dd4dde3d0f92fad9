package vn.kybao.problem;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.commons.text.StringSubstitutor;
import vn.kybao.api.model.LocalizedText;

/** Texts by key and language, with named values: {@code {found}} in a text is replaced by the value named found. */
@Singleton
public final class Texts {
    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    public Texts() {
        for (Language language : Language.values()) {
            texts.put(language, load("/messages_" + language.tag() + ".properties"));
        }
    }

    public String title(ProblemCode code, Language language) {
        return text(code.code() + ".title", language);
    }

    /** The message of a code; where something near is expected, the one that names it. */
    public String message(ProblemCode code, Map<String, String> values, Language language) {
        String variant = values.getOrDefault("variant", values.containsKey("expected") ? "suggest" : "");
        String template = texts(language).getProperty(code.code() + "." + variant, text(code.code(), language));
        // What a caller sent may look like a placeholder, even like its own.
        return new StringSubstitutor(values, "{", "}")
                .setDisableSubstitutionInValues(true)
                .replace(template);
    }

    /** What to do about it, or an empty text. */
    public String help(ProblemCode code, Language language) {
        return texts(language).getProperty(code.code() + ".help", "");
    }

    public String text(String key, Language language) {
        String text = texts(language).getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key + " in " + language.tag());
        }
        return text;
    }

    /** A text in both languages. */
    public LocalizedText both(String key) {
        return new LocalizedText().vi(text(key, Language.VI)).en(text(key, Language.EN));
    }

    private Properties texts(Language language) {
        return Objects.requireNonNull(texts.get(language));
    }

    private static Properties load(String resource) {
        Properties properties = new Properties();
        try (var stream = Texts.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
