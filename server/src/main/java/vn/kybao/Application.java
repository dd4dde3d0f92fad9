package vn.kybao;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.kybao.embedded.EmbeddedDatabaseException;
import vn.kybao.receipt.VerifyReceiptCommand;
import vn.kybao.signing.SigningKeyException;

/** The command line: serves when no subcommand is given. */
@Command(
        name = "kybao-server",
        description = "Kỳ Báo: periodic reporting of the information-and-communications sector.",
        subcommands = {InitCommand.class, NewKeyCommand.class, VerifyReceiptCommand.class},
        mixinStandardHelpOptions = true)
public final class Application implements Callable<Integer> {
    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Application());
        commandLine.setExecutionExceptionHandler(Application::explain);
        int exit = commandLine.execute(arguments);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Serves until the process is told to stop. */
    @Override
    public Integer call() throws InterruptedException {
        Service service = Service.start(System.getenv());
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
        service.awaitEnd();
        return 0;
    }

    private static int explain(Exception thrown, CommandLine line, CommandLine.ParseResult result) throws Exception {
        if (thrown instanceof StartException
                || thrown instanceof EmbeddedDatabaseException
                || thrown instanceof SigningKeyException
                || thrown instanceof IllegalStateException) {
            line.getErr().println(thrown.getMessage());
            return 1;
        }
        throw thrown;
    }
}
