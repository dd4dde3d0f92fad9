package vn.kybao;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.kybao.api.model.AccessScope;
import vn.kybao.api.model.OrganizationKind;
import vn.kybao.credential.CredentialService;
import vn.kybao.organization.OrganizationService;

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
        try (Database database = Database.open(System.getenv());
                ApplicationContext context = Service.context(database)) {
            if (!context.getBean(OrganizationService.class).createRoot(organization, name, kind)) {
                throw new StartException("There is a root organization already; make more through the API.");
            }
            System.out.println(context.getBean(CredentialService.class)
                    .issue(organization, "first", List.of(AccessScope.values())));
            return 0;
        }
    }
}
