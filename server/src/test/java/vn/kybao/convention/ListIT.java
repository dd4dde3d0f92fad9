package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.TestOrganization;

/** C5: stored lists come in pages, in a stable order, and show what was just written. */
class ListIT {
    private static TestOrganization parent;
    private static List<String> children;

    @BeforeAll
    static void makeChildren() {
        parent = new OrganizationBuilder().create();
        children = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            children.add(new OrganizationBuilder().under(parent).create().code());
        }
        children.sort(String::compareTo);
    }

    @Test
    void pagesOfOneWalkTheWholeListInOrder() {
        assertThat(walk("/v1/organizations?limit=1&parent=" + parent.code(), "code"))
                .isEqualTo(children);
    }

    @Test
    void everyStoredListCanBeWalked() {
        Scene scene = Scene.create();
        Scene.create();
        new RegimeBuilder().owner(scene.department()).create();
        parent.with("read");
        parent.with("read");
        for (String path :
                List.of("/v1/indicators?owner=root", "/v1/regimes?", "/v1/collections?", "/v1/credentials?")) {
            String id = path.contains("collections") || path.contains("credentials") ? "id" : "code";
            List<String> small = walk(path + "&limit=3", id);
            assertThat(small)
                    .as(path)
                    .isEqualTo(walk(path + "&limit=200", id))
                    .hasSizeGreaterThan(1)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void collectionsAreOrderedByTheirWindows() {
        Scene scene = Scene.create();
        Collections.planned(scene.regime(), "2019-Q1");
        List<String> starts = walk("/v1/collections?limit=2&regime=" + scene.regime(), "windowStart");
        assertThat(starts).hasSize(10).isSorted();
    }

    @Test
    void theLinkHeaderLeadsToTheSamePagesAsTheCursor() {
        Answer first = Api.admin().get("/v1/organizations?limit=2&parent=" + parent.code());
        String link = first.header("Link").orElseThrow();
        assertThat(link).startsWith("<http://127.0.0.1:").endsWith(">; rel=\"next\"");
        String next = link.substring(link.indexOf("/v1/"), link.indexOf('>'));
        assertThat(Api.admin().get(next).is(200).items("code")).isEqualTo(children.subList(2, 4));
    }

    @Test
    void theLastPageHasNeitherCursorNorLink() {
        Answer all = Api.admin().get("/v1/organizations?limit=5&parent=" + parent.code());
        assertThat(all.at("/nextCursor").isNull()).isTrue();
        assertThat(all.header("Link")).isEmpty();
    }

    @Test
    void whatIsAddedBeforeTheCursorDoesNotShiftTheNextPage() {
        TestOrganization own = new OrganizationBuilder().create();
        List<String> codes = new ArrayList<>();
        for (String letter : List.of("b", "c", "d")) {
            codes.add(new OrganizationBuilder()
                    .code(own.code() + letter)
                    .under(own)
                    .create()
                    .code());
        }
        String path = "/v1/organizations?limit=2&parent=" + own.code();
        Answer first = Api.admin().get(path);
        new OrganizationBuilder().code(own.code() + "a").under(own).create();
        assertThat(first.items("code")).isEqualTo(codes.subList(0, 2));
        assertThat(Api.admin()
                        .get(path + "&cursor=" + first.text("/nextCursor"))
                        .items("code"))
                .isEqualTo(codes.subList(2, 3));
    }

    @Test
    void whatWasWrittenIsListedAtOnce() {
        String code = new IndicatorBuilder().create();
        assertThat(Api.admin().get("/v1/indicators?q=" + code).items("code")).contains(code);
        Api.admin().ifMatch("1").patch("/v1/indicators/" + code, """
                {"name": {"en": "Changed"}}""").is(200);
        assertThat(Api.admin().get("/v1/indicators?q=" + code).text("/items/0/name/en"))
                .isEqualTo("Changed");
    }

    @Test
    void anItemInAListIsTheResourceItself() {
        String code = children.getFirst();
        Answer list = Api.admin().get("/v1/organizations?parent=" + parent.code());
        assertThat(list.at("/items/0"))
                .isEqualTo(Api.admin().get("/v1/organizations/" + code).json());
    }

    @ParameterizedTest
    @CsvSource({
        "0, out-of-bounds",
        "-1, out-of-bounds",
        "201, out-of-bounds",
        "x, wrong-type",
        "1.5, wrong-type",
        "99999999999, wrong-type",
        "'', wrong-type"
    })
    void aLimitThatIsNotOneTo200IsRefused(String limit, String code) {
        Answer answer = Api.admin().get("/v1/organizations?limit=" + limit).is(400);
        assertThat(answer.errorCodes()).containsExactly(code);
        assertThat(answer.text("/errors/0/parameter")).isEqualTo("limit");
    }

    @Test
    void fiftyItemsAreAPageWhenNothingElseIsAsked() {
        TestOrganization many = new OrganizationBuilder().create();
        for (int i = 0; i < 51; i++) {
            new OrganizationBuilder().under(many).create();
        }
        Answer page = Api.admin().get("/v1/organizations?parent=" + many.code());
        assertThat(page.items("code")).hasSize(50);
        assertThat(page.at("/nextCursor").isTextual()).isTrue();
    }

    @Test
    void aComputedListIsWholeAndItsItemsHaveNoVersion() {
        Answer periods = Api.admin().get("/v1/periods?year=2018").is(200);
        assertThat(periods.items("code")).contains("2018-01", "2018-Q1", "2018-H1", "2018-9M", "2018");
        assertThat(periods.at("/nextCursor").isNull()).isTrue();
        assertThat(periods.at("/items/0").has("etag")).isFalse();
    }

    private static List<String> walk(String path, String field) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        while (true) {
            Answer page = Api.admin().get(path + cursor).is(200);
            all.addAll(page.items(field));
            if (page.at("/nextCursor").isNull()) {
                return all;
            }
            cursor = "&cursor=" + page.text("/nextCursor");
        }
    }
}
