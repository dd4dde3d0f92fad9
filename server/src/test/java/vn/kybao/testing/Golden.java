package vn.kybao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that say what comes out, read as a difference when it changes; {@code -Dkybao.golden=write} rewrites them. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    public static void check(String name, String found) {
        Path file = FOLDER.resolve(name);
        try {
            if ("write".equals(System.getProperty("kybao.golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, found);
            }
            assertThat(found).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
