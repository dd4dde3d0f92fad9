package vn.kybao;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import vn.kybao.api.model.AccessScope;
import vn.kybao.api.model.OrganizationKind;
import vn.kybao.credential.CredentialService;
import vn.kybao.organization.OrganizationService;

/** Makes the root organization and its first key together: the one without the other would lock everybody out. */
@Singleton
class Bootstrap {
    private final TransactionOperations<Connection> transactions;
    private final OrganizationService organizations;
    private final CredentialService credentials;

    Bootstrap(
            TransactionOperations<Connection> transactions,
            OrganizationService organizations,
            CredentialService credentials) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.credentials = credentials;
    }

    String firstKey(String organization, String name, OrganizationKind kind) {
        return transactions.executeWrite(status -> {
            if (!organizations.createRoot(organization, name, kind)) {
                throw new StartException("There is a root organization already; make more through the API.");
            }
            return credentials.issue(organization, "first", List.of(AccessScope.values()));
        });
    }
}
