package vn.kybao.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** A document under a number of its own, registered by an organization. */
public final class DocumentBuilder extends Builder<DocumentBuilder> {
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    public DocumentBuilder(TestOrganization organization) {
        super("{}");
        with("organization", organization.code());
        raw(uniqueNumber("QĐ-UBND"));
    }

    /** A number that no other test has. */
    public static String uniqueNumber(String symbol) {
        return NUMBERS.incrementAndGet() + "/" + symbol;
    }

    public DocumentBuilder raw(String raw) {
        return with("raw", raw);
    }

    public DocumentBuilder issuer(String text) {
        return withJson("issuer", Json.tree(java.util.Map.of("text", text)).toString());
    }

    public DocumentBuilder issuedOn(String day) {
        return with("issuedOn", day);
    }

    /** Registers it, or finds it. */
    public Answer register(Api caller) {
        return caller.post("/v1/documents", json());
    }

    /** Registers it as the root organization and returns its id. */
    public String create() {
        return register(Api.admin()).is(201).text("/id");
    }

    @Override
    DocumentBuilder self() {
        return this;
    }
}
