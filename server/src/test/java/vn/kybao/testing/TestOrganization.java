package vn.kybao.testing;

/**
 * An organization that a test has made.
 *
 * @param code its code
 */
public record TestOrganization(String code) {
    /** The root of the tree. */
    public static TestOrganization root() {
        return new TestOrganization(TestServer.ROOT);
    }

    /** A caller of this organization with these scopes; each call makes another credential. */
    public Api with(String... scopes) {
        return Api.as(TestServer.shared().key(code, scopes));
    }

    /** A caller of this organization with every scope. */
    public Api admin() {
        return Api.as(TestServer.shared().keyWithAllScopes(code));
    }
}
