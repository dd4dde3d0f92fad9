package vn.kybao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A real MySQL that the project's script brings up in a folder.
 *
 * @param folder where its data is
 */
public record MysqlInstance(Path folder) {
    public static final String USER = "kybao";
    public static final String PASSWORD = "kybao-test";
    private static final Path SCRIPT = Path.of("../.ci/mysql").toAbsolutePath().normalize();

    /** Starts it, or finds it running; answers the JDBC address of its database. */
    public String start() {
        return run("start").lines().toList().getLast();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        run("kill");
    }

    private String run(String action) {
        try {
            Process process = new ProcessBuilder(SCRIPT.toString(), action, folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(SCRIPT + " " + action + " ended with " + process.exitValue());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
