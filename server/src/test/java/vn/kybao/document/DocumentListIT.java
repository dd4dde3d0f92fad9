package vn.kybao.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.DocumentBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.TestOrganization;

/** Who finds which documents, and by what. */
class DocumentListIT {
    private static TestOrganization department;
    private static TestOrganization unit;

    @BeforeAll
    static void make() {
        department = new OrganizationBuilder().create();
        unit = new OrganizationBuilder().under(department).create();
        register(department, "68/2017/NQ-HĐND ngày 13/12/2017 của HĐND tỉnh", "Nhiệm vụ năm 2018");
        register(department, "555/SKHĐT-TH ngày 15/3/2018", "Báo cáo tình hình KT-XH quý I");
        register(unit, "05-NQ/TU ngày 22/10/2021", "Chuyển đổi số tỉnh Hà Tĩnh");
        register(unit, "09/CT-TTg", null);
        register(department, "49/2017/NĐ-CP", null);
        register(department, "Kế hoạch 81", "Chính phủ điện tử 100%");
    }

    @Test
    void theNewestComeFirstAndUndatedOnesLast() {
        List<String> all = department.admin().get("/v1/documents").is(200).items("raw");
        assertThat(all.subList(0, 3))
                .containsExactly(
                        "05-NQ/TU ngày 22/10/2021",
                        "555/SKHĐT-TH ngày 15/3/2018",
                        "68/2017/NQ-HĐND ngày 13/12/2017 của HĐND tỉnh");
        assertThat(all.subList(3, 6)).containsExactlyInAnyOrder("09/CT-TTg", "49/2017/NĐ-CP", "Kế hoạch 81");
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        Api api = department.admin();
        List<String> all = api.get("/v1/documents").is(200).items("id");
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            Answer page = api.get("/v1/documents?limit=1" + (cursor == null ? "" : "&cursor=" + cursor))
                    .is(200);
            paged.addAll(page.items("id"));
            cursor = page.at("/nextCursor").isNull() ? null : page.text("/nextCursor");
        } while (cursor != null);
        assertThat(paged).isEqualTo(all).hasSize(6);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            q=chuyen doi so              | 05-NQ/TU
            q=CHUYỂN  ĐỔI                | 05-NQ/TU
            q=nq-hdnd                    | 68/2017/NQ-HĐND
            q=skhđt                      | 555/SKHĐT-TH
            q=ke hoach 81                | null
            q=100%                       | null
            q=ubnd                       |
            family=PARTY                 | 05-NQ/TU
            family=LETTER                | 555/SKHĐT-TH
            family=STATE                 | 68/2017/NQ-HĐND 49/2017/NĐ-CP 09/CT-TTg
            type=NQ                      | 05-NQ/TU 68/2017/NQ-HĐND
            type=nq&family=PARTY         | 05-NQ/TU
            type=CTr                     |
            number=68/2017/NQ-HĐND       | 68/2017/NQ-HĐND
            number=9/ct-ttg              | 09/CT-TTg
            number=68/2017               |
            year=2017                    | 68/2017/NQ-HĐND 49/2017/NĐ-CP
            year=2018                    | 555/SKHĐT-TH
            year=2021                    | 05-NQ/TU
            year=2020                    |
            """)
    void documentsAreFoundBy(String query, String expected) {
        Answer found = department.admin().get("/v1/documents?" + encoded(query)).is(200);
        List<String> numbers = new ArrayList<>();
        found.at("/items").forEach(item -> numbers.add(item.path("fullNumber").asText("null")));
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(expected == null ? List.of() : List.of(expected.split(" ", -1)));
    }

    @Test
    void aSubtreeSeesItsOwn() {
        assertThat(unit.admin().get("/v1/documents").is(200).at("/items")).hasSize(2);
        assertThat(department
                        .admin()
                        .get("/v1/documents?organization=" + unit.code())
                        .is(200)
                        .at("/items"))
                .hasSize(2);
        assertThat(department
                        .admin()
                        .get("/v1/documents?organization=" + department.code())
                        .is(200)
                        .at("/items"))
                .hasSize(4);
        assertThat(unit.admin()
                        .get("/v1/documents?organization=" + department.code())
                        .is(200)
                        .at("/items"))
                .isEmpty();
        assertThat(new OrganizationBuilder()
                        .create()
                        .admin()
                        .get("/v1/documents")
                        .is(200)
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void aNeighbourSeesNothing() {
        Scene scene = Scene.create();
        TestOrganization neighbour =
                new OrganizationBuilder().under(scene.department()).create();
        String id = new DocumentBuilder(scene.operator()).create();
        String path = "/v1/documents/" + id;
        scene.operator().admin().get(path).is(200);
        scene.department().admin().get(path).is(200);
        neighbour.admin().get(path).is(404);
        assertThat(neighbour.admin().ifMatch("1").patch(path, "{}").is(404).problem())
                .isEqualTo("not-found");
    }

    @Test
    void whoReceivesTheReportsReadsButDoesNotWrite() {
        TestOrganization owner = new OrganizationBuilder().create();
        TestOrganization receiver = new OrganizationBuilder().under(owner).create();
        TestOrganization operator = OrganizationBuilder.operator().under(owner).create();
        new vn.kybao.testing.RegimeBuilder().owner(owner).receiver(receiver).create();
        String path = "/v1/documents/" + new DocumentBuilder(operator).create();
        receiver.admin().get(path).is(200);
        assertThat(receiver.admin().ifMatch("1").patch(path, "{}").is(403).problem())
                .isEqualTo("not-owner");
        assertThat(receiver.admin().get("/v1/documents").is(200).at("/items")).isEmpty();
    }

    private static void register(TestOrganization organization, String raw, String title) {
        DocumentBuilder document = new DocumentBuilder(organization).raw(raw);
        (title == null ? document : document.with("title", title)).create();
    }

    private static String encoded(String query) {
        StringBuilder all = new StringBuilder();
        for (String part : query.split("&", -1)) {
            String[] pair = part.split("=", 2);
            all.append(all.isEmpty() ? "" : "&")
                    .append(pair[0])
                    .append('=')
                    .append(URLEncoder.encode(pair[1], StandardCharsets.UTF_8));
        }
        return all.toString();
    }
}
