package vn.kybao.receipt;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.kybao.api.model.ReceiptFault;
import vn.kybao.problem.Language;
import vn.kybao.problem.Texts;
import vn.kybao.signing.PublicKeys;
import vn.kybao.signing.SigningKeyException;

/** Verifies a receipt on any machine: no database, no network, no trust in the service but its public keys. */
@Command(
        name = "verify-receipt",
        description = "Verify a receipt with nothing but the public keys.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the receipt is valid, and the content is what was filed",
            "1:it is not",
            "2:a file cannot be read, or an option is wrong"
        })
public final class VerifyReceiptCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "<jwks.json>",
            description = "The public keys, as /.well-known/jwks.json answers them.")
    private @Nullable Path keys;

    @Parameters(paramLabel = "<receipt.jws>", description = "The receipt.")
    private @Nullable Path receipt;

    @Option(
            names = "--content",
            paramLabel = "<body.json>",
            description = "What is said to have been filed: the request's body, not compressed.")
    private @Nullable Path content;

    @Option(names = "--json", description = "One line of JSON, for scripts.")
    private boolean json;

    @Override
    public Integer call() {
        PublicKeys known;
        try {
            known = PublicKeys.parse(new String(read(keys), StandardCharsets.UTF_8));
        } catch (SigningKeyException e) {
            throw new ParameterException(commandSpec().commandLine(), keys + ": " + e.getMessage(), e);
        }
        // A receipt is ASCII: whatever else a file holds, its bytes are kept apart and refused.
        String jws = new String(read(receipt), StandardCharsets.ISO_8859_1);
        OfflineCheck check = OfflineCheck.of(jws, known, content == null ? null : read(content));
        PrintWriter out = commandSpec().commandLine().getOut();
        if (json) {
            out.println(check.toJson());
        } else {
            print(check, out);
        }
        return check.holds() ? 0 : 1;
    }

    private static void print(OfflineCheck check, PrintWriter out) {
        ReceiptFault fault = check.fault();
        if (fault != null) {
            Texts texts = new Texts();
            String label = "ReceiptFault." + fault.getValue();
            out.println("KHÔNG HỢP LỆ: " + texts.text(label, Language.VI) + ".");
            out.println("NOT VALID: " + texts.text(label, Language.EN) + ".");
            return;
        }
        out.println("Biên nhận hợp lệ, ký bằng khóa " + check.keyId() + ".");
        out.println("The receipt is valid, signed with this key. It says:");
        Objects.requireNonNull(check.claims())
                .properties()
                .forEach(claim -> out.println(
                        "  " + claim.getKey() + ": " + claim.getValue().asText()));
        if (check.sameContent() != null) {
            printContent(check, out);
        }
    }

    private static void printContent(OfflineCheck check, PrintWriter out) {
        if (Boolean.TRUE.equals(check.sameBytes())) {
            out.println("Nội dung đúng từng byte như đã nộp.");
            out.println("The content is, byte for byte, what was filed.");
        } else if (check.holds()) {
            out.println("Nội dung đúng như đã nộp, chỉ khác cách trình bày tệp.");
            out.println("The content is what was filed, written in another way.");
        } else {
            out.println("KHÔNG KHỚP: nội dung này không phải nội dung đã nộp.");
            out.println("NOT VALID: this content is not what was filed.");
        }
    }

    private byte[] read(@Nullable Path file) {
        try {
            return Files.readAllBytes(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new ParameterException(commandSpec().commandLine(), "Cannot read " + file + ": " + e, e);
        }
    }

    private CommandSpec commandSpec() {
        return Objects.requireNonNull(spec);
    }
}
