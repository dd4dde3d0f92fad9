package vn.kybao.credential;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.ApiKeys;
import vn.kybao.access.Caller;
import vn.kybao.api.model.AccessScope;
import vn.kybao.api.model.CreatedCredential;
import vn.kybao.api.model.Credential;
import vn.kybao.api.model.CredentialCreate;
import vn.kybao.http.IfMatch;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.organization.OrganizationService;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.time.Instants;

/** API keys of organizations: shown once, kept as a hash, revoked at once. */
@Singleton
public class CredentialService {
    private static final String RESOURCE = "credential";

    private final CredentialRepository repository;
    private final OrganizationService organizations;
    private final Pages pages;
    private final Clock clock;

    CredentialService(CredentialRepository repository, OrganizationService organizations, Pages pages, Clock clock) {
        this.repository = repository;
        this.organizations = organizations;
        this.pages = pages;
        this.clock = clock;
    }

    /** Makes a credential without a caller, for the command line and the demo; returns the key. */
    public String issue(String organization, String name, Collection<AccessScope> scopes) {
        ApiKeys.Key key = ApiKeys.make();
        repository.save(row(key, organization, name, scopes, null));
        return key.text();
    }

    Outcome<CreatedCredential> create(CredentialCreate wanted, Findings findings) {
        organizations.writable(wanted.getOrganization(), "/organization", findings);
        Set<AccessScope> scopes = Objects.requireNonNullElse(wanted.getScopes(), Set.of());
        // The model holds a set; only the body still has the order that pointers count in.
        int i = 0;
        for (JsonNode sent : RequestState.current().bodyTree().path("scopes")) {
            if (sent.isTextual() && !Caller.current().scopes().contains(sent.textValue())) {
                findings.add(Note.error(ProblemCode.SCOPE_NOT_HELD)
                        .at("/scopes/" + i)
                        .actual(sent.textValue()));
            }
            i++;
        }
        OffsetDateTime expires = wanted.getExpiresAt();
        if (expires != null && !expires.toInstant().isAfter(clock.instant())) {
            findings.add(Note.error(ProblemCode.DATES_REVERSED)
                    .at("/expiresAt")
                    .actual(expires.toString())
                    .expected("> " + clock.instant()));
        }
        findings.throwIfErrors();
        ApiKeys.Key key = ApiKeys.make();
        CredentialRow row = row(
                key, wanted.getOrganization(), wanted.getName(), scopes, expires == null ? null : expires.toInstant());
        repository.save(row);
        return new Outcome<>(
                201,
                created(row, key.text()),
                1,
                "/v1/credentials/" + row.id(),
                List.of(new Change("CREATED", RESOURCE, row.id(), row.organization(), 1, row.name())),
                created(row, null));
    }

    Page<Credential> page(@Nullable String organization, @Nullable Integer limit, @Nullable String cursor) {
        return pages.page(
                        limit,
                        cursor,
                        slice -> repository.page(
                                Caller.current().path() + "%",
                                organization,
                                slice.after(0),
                                slice.after(1),
                                slice.count()),
                        row -> List.of(Instants.sql(row.createdAt()), row.id()))
                .map(CredentialService::wire);
    }

    Credential get(String id) {
        return wire(find(id));
    }

    Outcome<Void> revoke(String id) {
        CredentialRow row = find(id);
        IfMatch.required(row.version());
        if (row.revokedAt() == null && repository.revoke(id, row.version(), clock.instant()) == 0) {
            throw IfMatch.stale(row.version() + 1);
        }
        Change change = new Change("REVOKED", RESOURCE, id, row.organization(), row.version() + 1, null);
        return new Outcome<>(204, null, 0, null, row.revokedAt() == null ? List.of(change) : List.of(), null);
    }

    private CredentialRow find(String id) {
        return repository
                .find(id, Caller.current().path() + "%")
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    private CredentialRow row(
            ApiKeys.Key key,
            String organization,
            String name,
            Collection<AccessScope> scopes,
            @Nullable Instant expiresAt) {
        TreeSet<String> codes = new TreeSet<>();
        scopes.forEach(scope -> codes.add(scope.getValue()));
        return new CredentialRow(
                key.id(),
                organization,
                name,
                ApiKeys.hash(key.secret()),
                String.join(" ", codes),
                expiresAt,
                null,
                1,
                clock.instant());
    }

    private static List<AccessScope> scopes(CredentialRow row) {
        return new ArrayList<>(Arrays.stream(row.scopes().split(" ", -1))
                .map(AccessScope::fromValue)
                .toList());
    }

    private static Credential wire(CredentialRow row) {
        return new Credential()
                .id(row.id())
                .organization(row.organization())
                .name(row.name())
                .scopes(scopes(row))
                .expiresAt(Instants.utcOrNull(row.expiresAt()))
                .revokedAt(Instants.utcOrNull(row.revokedAt()))
                .createdAt(Instants.utc(row.createdAt()))
                .etag(String.valueOf(row.version()));
    }

    private static CreatedCredential created(CredentialRow row, @Nullable String secret) {
        return new CreatedCredential()
                .id(row.id())
                .organization(row.organization())
                .name(row.name())
                .scopes(scopes(row))
                .expiresAt(Instants.utcOrNull(row.expiresAt()))
                .createdAt(Instants.utc(row.createdAt()))
                .etag(String.valueOf(row.version()))
                .secret(secret);
    }
}
