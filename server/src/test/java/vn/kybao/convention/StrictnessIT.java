package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.OrganizationBuilder;

/** C11: what the contract does not describe is refused, with the name that was most likely meant. */
class StrictnessIT {
    @ParameterizedTest
    @CsvSource({"parnet, parent", "alias, aliases", "validfrom, validFrom", "electronicID, electronicId"})
    void anUnknownFieldIsRefusedWithTheNearestName(String sent, String meant) {
        Answer answer = create(new OrganizationBuilder().with(sent, "x").json()).is(400);
        assertThat(answer.errorCodes()).containsExactly("unknown-field");
        assertThat(answer.pointers()).containsExactly("/" + sent);
        assertThat(answer.text("/errors/0/expected")).isEqualTo(meant);
    }

    @Test
    void anUnknownFieldWithoutANearNameIsRefusedWithAllOfThem() {
        Answer answer =
                create(new OrganizationBuilder().with("zzzzzzzz", "x").json()).is(400);
        assertThat(answer.text("/errors/0/expected")).contains("code").contains("predecessors");
    }

    @Test
    void anUnknownFieldInsideIsRefusedWithTheNearestNameThere() {
        Answer answer =
                create(new OrganizationBuilder().withJson("name", """
                                {"vi": "Sở", "eng": "Department"}""").json()).is(400);
        assertThat(answer.pointers()).containsExactly("/name/eng");
        assertThat(answer.text("/errors/0/expected")).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({"lmit=1, limit", "Limit=1, limit", "cursr=x, cursor", "parnt=root, parent"})
    void anUnknownParameterIsRefusedWithTheNearestName(String query, String meant) {
        Answer answer = Api.admin().get("/v1/organizations?" + query).is(400);
        assertThat(answer.errorCodes()).containsExactly("unknown-parameter");
        assertThat(answer.text("/errors/0/expected")).isEqualTo(meant);
        assertThat(answer.text("/errors/0/parameter")).isEqualTo(query.replaceFirst("=.*", ""));
    }

    @Test
    void anUnknownParameterIsRefusedWhereNoneIsTaken() {
        Api.admin().get("/v1/organizations/root?expand=all").is(400);
        Api.admin()
                .post("/v1/organizations?dryRun=true", new OrganizationBuilder().json())
                .is(400);
    }

    @Test
    void aRepeatedParameterIsRefused() {
        assertThat(Api.admin().get("/v1/organizations?limit=1&limit=2").is(400).errorCodes())
                .containsExactly("repeated-parameter");
    }

    @ParameterizedTest
    @CsvSource({"kind=operator, not-in-list", "kind=, not-in-list", "parent=X, wrong-pattern", "q=, wrong-length"})
    void aParameterOfAnotherFormIsRefused(String query, String code) {
        assertThat(Api.admin().get("/v1/organizations?" + query).is(400).errorCodes())
                .contains(code);
    }

    @Test
    void aFieldThatIsThereTwiceIsRefused() {
        String body = new OrganizationBuilder().json().replaceFirst("\\{", "{\"kind\": \"AGENCY\",");
        assertThat(create(body).is(400).errorCodes()).containsExactly("duplicate-field");
    }

    @Test
    void nestingBeyond32LevelsIsRefused() {
        String body = "[".repeat(33) + "]".repeat(33);
        assertThat(create(body).is(400).errorCodes()).containsExactly("too-deep");
        assertThat(create("[".repeat(100_000)).is(400).errorCodes()).containsExactly("too-deep");
        assertThat(create("[".repeat(32) + "]".repeat(32)).is(400).errorCodes()).containsExactly("wrong-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": NaN}",
                "{\"kind\": Infinity}",
                "{\"kind\": 01}",
                "{\"kind\": +1}",
                "{\"kind\": 0x1}",
                "{'kind': 1}",
                "{kind: 1}",
                "{\"kind\": 1,}",
                "{\"kind\": 1} x",
                "{} {}",
                "{\"kind\": 1} // no",
                "{\"kind\": \"a\tb\"}",
                "{\"kind\": \"\\x41\"}",
                "{",
                "}",
                "kind"
            })
    void whatIsNotJsonIsRefused(String body) {
        Answer answer = create(body).is(400);
        assertThat(answer.errorCodes()).containsExactly("malformed-json");
        assertThat(answer.text("/errors/0/message")).contains("1");
    }

    /** Nothing is missing of what could not be read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"a\", \"assignedOn\": \"2018-02-01\",",
                "{\"title\": \"a\", \"title\": \"b\"}",
                "[]"
            })
    void oneMistakeOfTheWholeIsToldAlone(String body) {
        assertThat(Api.admin().post("/v1/tasks", body).is(400).at("/errors")).hasSize(1);
    }

    @Test
    void aPatternIsExplainedByAnExample() {
        Answer answer = Api.admin().get("/v1/tasks?period=Q3-2026").is(400);
        assertThat(answer.text("/errors/0/code")).isEqualTo("wrong-pattern");
        assertThat(answer.text("/errors/0/expected")).isEqualTo("2018-Q1");
        assertThat(answer.text("/errors/0/message")).doesNotContain("[0-9a-z]");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        for (byte[] body : new byte[][] {
            {'"', (byte) 0xff, '"'},
            {'"', (byte) 0xc3, '"'},
            {0, 0, 0, '{', (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff},
            "{}".getBytes(StandardCharsets.UTF_16),
            "{}".getBytes(StandardCharsets.UTF_16LE),
            "{}".getBytes(java.nio.charset.Charset.forName("UTF-32"))
        }) {
            Answer answer = Api.admin()
                    .header("Content-Type", "application/json")
                    .send("POST", "/v1/organizations", body)
                    .is(400);
            assertThat(answer.errorCodes()).containsExactly("malformed-json");
        }
    }

    @Test
    void halfACharacterIsRefused() {
        create(new OrganizationBuilder().json().replace("Truyền", "\\ud83d")).is(400);
    }

    @Test
    void numbersAndNamesOfAbsurdLengthAreRefused() {
        create("{\"kind\": 1" + "0".repeat(5000) + "}").is(400);
        create("{\"kind\": 1e999999999}").is(400);
        create("{\"" + "k".repeat(100_000) + "\": 1}").is(400);
    }

    private static Answer create(String body) {
        return Api.admin().post("/v1/organizations", body);
    }
}
