package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;

/** C6: PATCH is a JSON Merge Patch (RFC 7396). */
class MergePatchIT {
    private String path;

    @BeforeEach
    void make() {
        OrganizationBuilder organization = new OrganizationBuilder()
                .withJson("name", """
                        {"vi": "Sở", "en": "Department"}""")
                .with("administrativeCode", "42")
                .withJson("aliases", """
                        ["a1", "a2"]""");
        path = "/v1/organizations/" + organization.create().code();
    }

    @Test
    void whatIsLeftOutStays() {
        Answer before = Api.admin().get(path);
        Answer after = patch("{}").is(200);
        assertThat(after.at("/name")).isEqualTo(before.at("/name"));
        assertThat(after.at("/aliases")).isEqualTo(before.at("/aliases"));
        assertThat(after.text("/administrativeCode")).isEqualTo("42");
        assertThat(after.text("/createdAt")).isEqualTo(before.text("/createdAt"));
    }

    @Test
    void nullRemovesAField() {
        Answer after = patch("""
                {"administrativeCode": null, "aliases": null}""").is(200);
        assertThat(after.json().has("administrativeCode")).isFalse();
        assertThat(after.at("/aliases")).isEmpty();
        assertThat(Api.admin().get(path).text()).isEqualTo(after.text());
    }

    @Test
    void nullInsideAnObjectRemovesOnlyThatField() {
        Answer after = patch("""
                {"name": {"en": null}}""").is(200);
        assertThat(after.at("/name").has("en")).isFalse();
        assertThat(after.text("/name/vi")).isEqualTo("Sở");
    }

    @Test
    void objectsMerge() {
        Answer after = patch("""
                {"name": {"en": "Office"}}""").is(200);
        assertThat(after.text("/name/vi")).isEqualTo("Sở");
        assertThat(after.text("/name/en")).isEqualTo("Office");
    }

    @Test
    void listsAreReplacedWhole() {
        assertThat(patch("""
                {"aliases": ["b"]}""").is(200).at("/aliases")).hasSize(1);
    }

    @Test
    void aRequiredFieldCannotBeRemoved() {
        assertThat(patch("""
                {"kind": null}""").is(400).pointers()).containsExactly("/kind");
        assertThat(patch("""
                {"name": {"vi": null}}""").is(400).pointers()).containsExactly("/name/vi");
    }

    @Test
    void aCodeAndAStatusAreNeverPatched() {
        assertThat(patch("""
                {"code": "other"}""").is(400).errorCodes()).containsExactly("unknown-field");
        String collection = Collections.planned(new RegimeBuilder().create(), "2018-Q1");
        Api.admin().ifMatch("1").patch("/v1/collections/" + collection, """
                {"status": "PUBLISHED"}""").is(405);
    }

    @Test
    void anythingButAnObjectIsRefused() {
        for (String body : new String[] {"[]", "null", "\"text\"", "7"}) {
            assertThat(patch(body).is(400).errorCodes()).as(body).containsExactly("wrong-type");
        }
        assertThat(Api.admin().get(path).text("/etag")).isEqualTo("1");
    }

    private Answer patch(String body) {
        return Api.admin().ifMatch("1").patch(path, body);
    }
}
