package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.CredentialBuilder;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.RuleBuilder;

/** C6: an ETag says which version and which bytes; writing needs the version. */
class EtagIT {
    private String path;

    @BeforeEach
    void make() {
        path = "/v1/organizations/" + new OrganizationBuilder().create().code();
    }

    @Test
    void theHeaderIsVersionAndHashAndTheFieldIsTheVersion() {
        Answer read = Api.admin().get(path);
        assertThat(read.etag()).matches("\"1-[0-9a-f]+\"");
        assertThat(read.text("/etag")).isEqualTo("1");
    }

    @Test
    void theSameBytesAnswer304() {
        String etag = Api.admin().get(path).etag();
        for (String held : new String[] {etag, etag.replace("\"", ""), "W/" + etag, "\"0-0\", " + etag}) {
            Answer again = Api.admin().header("If-None-Match", held).get(path).is(304);
            assertThat(again.etag()).isEqualTo(etag);
        }
    }

    @Test
    void otherBytesOfTheSameVersionDoNotAnswer304() {
        Api.admin().header("If-None-Match", "\"1-0000000000000000\"").get(path).is(200);
        Api.admin().header("If-None-Match", "1").get(path).is(200);
    }

    @Test
    void aChangeEndsThe304() {
        String etag = Api.admin().get(path).etag();
        rename("1", "Mới").is(200);
        Answer changed = Api.admin().header("If-None-Match", etag).get(path).is(200);
        assertThat(changed.etag()).startsWith("\"2-");
    }

    @Test
    void aListAnswers304UntilOneOfItsItemsChanges() {
        String list = "/v1/organizations?q=" + path.substring(path.lastIndexOf('/') + 1);
        String etag = Api.admin().get(list).etag();
        Api.admin().header("If-None-Match", etag).get(list).is(304);
        rename("1", "Mới").is(200);
        Api.admin().header("If-None-Match", etag).get(list).is(200);
    }

    @Test
    void writingTakesTheHeaderOrTheFieldQuotedOrBare() {
        String quoted = Api.admin().get(path).etag();
        rename(quoted, "Tên 2").is(200);
        String bare = Api.admin().get(path).etag().replace("\"", "");
        rename(bare, "Tên 3").is(200);
        rename("3", "Tên 4").is(200);
        rename("\"4\"", "Tên 5").is(200);
        assertThat(rename("W/\"5\"", "Tên 6").is(200).text("/etag")).isEqualTo("6");
    }

    @Test
    void onlyTheVersionOfIfMatchIsCompared() {
        rename("\"1-0000000000000000\"", "Mới").is(200);
    }

    @Test
    void writingWithoutIfMatchIsRefused() {
        Answer answer = Api.admin().patch(path, """
                {"kind": "AGENCY"}""").is(428);
        assertThat(answer.problem()).isEqualTo("if-match-required");
    }

    @Test
    void aStaleVersionIsRefusedWithThePresentOne() {
        rename("1", "Mới").is(200);
        Answer answer = rename("1", "Khác").is(412);
        assertThat(answer.problem()).isEqualTo("stale-version");
        assertThat(answer.text("/etag")).isEqualTo("2");
        assertThat(Api.admin().get(path).text("/name/vi")).isEqualTo("Mới");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"x\"", "-1", "1.5", "99999999999999999999", "1, 2", "\"\""})
    void anIfMatchOfAnotherFormIsRefused(String held) {
        Answer answer = rename(held, "Mới").is(400);
        assertThat(answer.errorCodes()).containsExactly("invalid-header");
        assertThat(answer.text("/errors/0/parameter")).isEqualTo("If-Match");
    }

    @Test
    void actionsHeedIfMatchWhenItIsSent() {
        String collection = "/v1/collections/" + Collections.planned(new RegimeBuilder().create(), "2018-Q1");
        Api.admin().ifMatch("7").post(collection + "/open").is(412);
        Api.admin().ifMatch("1").post(collection + "/open").is(200);
        Api.admin().post(collection + "/close").is(200);
    }

    @Test
    void anActionThatTheStatusDoesNotAllowNamesTheOnesItDoes() {
        String collection = "/v1/collections/" + Collections.planned(new RegimeBuilder().create(), "2018-Q1");
        Answer answer = Api.admin().post(collection + "/publish").is(409);
        assertThat(answer.problem()).isEqualTo("invalid-transition");
        assertThat(answer.at("/allowed").size()).isEqualTo(1);
        assertThat(answer.text("/allowed/0")).isEqualTo("open");
    }

    @Test
    void deletingNeedsTheVersion() {
        String credential =
                "/v1/credentials/" + new CredentialBuilder().create().text("/id");
        Api.admin().delete(credential).is(428);
        Api.admin().ifMatch("2").delete(credential).is(412);
        Api.admin().ifMatch("1").delete(credential).is(204);
    }

    private Answer rename(String held, String name) {
        return Api.admin().ifMatch(held).patch(path, """
                {"name": {"vi": "%s"}}""".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "indicators", "regimes", "rules"})
    void ofTwentyWritersWithOneVersionOneWins(String resource) throws Exception {
        String code = switch (resource) {
            case "organizations" -> new OrganizationBuilder().create().code();
            case "indicators" -> new IndicatorBuilder().create();
            case "rules" -> new RuleBuilder().create();
            default -> new RegimeBuilder().create();
        };
        String contested = "/v1/" + resource + "/" + code;
        List<Future<Answer>> futures = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                futures.add(threads.submit(() -> Api.admin().ifMatch("1").patch(contested, "{}")));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Answer> future : futures) {
            statuses.add(future.get().status());
        }
        assertThat(statuses).containsOnlyOnce(200).filteredOn(s -> s == 412).hasSize(19);
        assertThat(Api.admin().get(contested).text("/etag")).isEqualTo("2");
    }
}
