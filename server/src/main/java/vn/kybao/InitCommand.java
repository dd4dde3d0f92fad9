package vn.kybao;

import io.micronaut.context.ApplicationContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.kybao.api.model.OrganizationKind;

/** Makes the root organization and its first credential; everything else is made through the API. */
@Command(
        name = "init",
        description = "Make the root organization and print its first key, once.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @Option(names = "--organization", required = true, description = "Code of the root organization.")
    private String organization = "";

    @Option(names = "--name", required = true, description = "Its Vietnamese name.")
    private String name = "";

    @Option(names = "--kind", defaultValue = "PROVINCE", description = "Its kind: ${COMPLETION-CANDIDATES}.")
    private OrganizationKind kind = OrganizationKind.PROVINCE;

    @Override
    public Integer call() {
        if (!organization.matches("[a-z0-9][a-z0-9-]{1,62}")) {
            throw new StartException(
                    "A code has 2 to 63 characters of a–z, 0–9 and -, and begins with a letter or digit: "
                            + organization);
        }
        try (Database database = Database.open(System.getenv());
                ApplicationContext context = Service.context(database)) {
            System.out.println(context.getBean(Bootstrap.class).firstKey(organization, name, kind));
            return 0;
        }
    }
}
