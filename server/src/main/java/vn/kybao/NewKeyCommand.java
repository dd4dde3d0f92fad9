package vn.kybao;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.kybao.signing.KeyFile;
import vn.kybao.signing.SigningKey;

/** Makes the key that signs receipts; a new one takes the place of the old at the next start. */
@Command(
        name = "new-key",
        description = "Make a private key that signs receipts, in a new file for its owner only.",
        mixinStandardHelpOptions = true)
final class NewKeyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "<file>", description = "The new file; one that is there is never written over.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        Path wanted = Objects.requireNonNull(file);
        SigningKey key = KeyFile.create(wanted);
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println("The new key " + key.kid() + " is in " + wanted + ". Start with KYBAO_SIGNING_KEY_FILE="
                        + wanted.toAbsolutePath() + ", keep a copy apart from the database, and show it to nobody.");
        return 0;
    }
}
