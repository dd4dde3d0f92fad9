package vn.kybao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.InspectionBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.PetitionBuilder;
import vn.kybao.testing.SanctionBuilder;
import vn.kybao.testing.TestOrganization;

/** The lists of cases: newest first, narrowed, paged, and open to the own subtree only. */
class CaseListIT {
    /**
     * One of the three lists.
     *
     * @param path where it is
     * @param day the field of the day it is ordered by
     * @param maker makes a case of an organization on a day, in a period; either may be null
     */
    record Kind(String path, String day, Maker maker) {
        @Override
        public String toString() {
            return path;
        }

        String make(TestOrganization organization, String day, String period) {
            return maker.make(organization, day, period).text("/id");
        }
    }

    interface Maker {
        Answer make(TestOrganization organization, String day, String period);
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind(
                        "/v1/inspections",
                        "startedOn",
                        (organization, day, period) -> set(
                                        new InspectionBuilder().of(organization),
                                        b -> b.without("startedOn"),
                                        (b, f) -> b.with(f[0], f[1]),
                                        "startedOn",
                                        day,
                                        period)
                                .create()),
                new Kind(
                        "/v1/sanctions",
                        "decidedOn",
                        (organization, day, period) -> set(
                                        new SanctionBuilder().of(organization),
                                        b -> b.without("decidedOn"),
                                        (b, f) -> b.with(f[0], f[1]),
                                        "decidedOn",
                                        day,
                                        period)
                                .create()),
                new Kind(
                        "/v1/petitions",
                        "receivedOn",
                        (organization, day, period) -> set(
                                        new PetitionBuilder().of(organization),
                                        b -> b.without("receivedOn"),
                                        (b, f) -> b.with(f[0], f[1]),
                                        "receivedOn",
                                        day,
                                        period)
                                .create()));
    }

    private static <B> B set(
            B builder,
            Function<B, B> without,
            BiFunction<B, String[], B> with,
            String field,
            String day,
            String period) {
        B made = day == null ? without.apply(builder) : with.apply(builder, new String[] {field, day});
        return period == null ? made : with.apply(made, new String[] {"period", period});
    }

    private static List<String> walk(Api caller, String path, int limit) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        while (true) {
            Answer page = caller.get(path + "&limit=" + limit + cursor).is(200);
            all.addAll(page.items("id"));
            // A page that begins again where the last one did would never end.
            assertThat(all).doesNotHaveDuplicates();
            if (page.at("/nextCursor").isNull()) {
                return all;
            }
            cursor = "&cursor=" + page.text("/nextCursor");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theNewestComesFirstAndTheUndatedLast(Kind kind) {
        TestOrganization department = new OrganizationBuilder().create();
        String undated = kind.make(department, null, "2019");
        String may = kind.make(department, "2018-05-01", null);
        String march = kind.make(department, "2018-03-01", "2018-Q1");
        String alsoMay = kind.make(department, "2018-05-01", null);
        String alsoUndated = kind.make(department, null, "2017");
        List<String> expected = List.of(alsoMay, may, march, alsoUndated, undated);
        Api reader = department.with("inspections:read");
        String path = kind.path() + "?organization=" + department.code();
        for (int limit : List.of(1, 2, 3, 200)) {
            assertThat(walk(reader, path, limit)).as("pages of %d", limit).isEqualTo(expected);
        }
        Answer page = reader.get(path).is(200);
        assertThat(page.at("/items/0"))
                .isEqualTo(reader.get(kind.path() + "/" + alsoMay).json());
        assertThat(page.items("etag")).containsOnly("1");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPeriodListsWhatLiesInItByDateElseByItsOwnPeriod(Kind kind) {
        TestOrganization department = new OrganizationBuilder().create();
        String december = kind.make(department, "2017-12-20", null);
        String first = kind.make(department, "2018-01-01", null);
        String middle = kind.make(department, "2018-03-14", "2019");
        String last = kind.make(department, "2018-03-31", null);
        String month = kind.make(department, null, "2018-02");
        String quarter = kind.make(department, null, "2018-Q1");
        String half = kind.make(department, null, "2018-H1");
        kind.make(department, "2018-12-31", "2018-Q1");
        Api reader = department.with("inspections:read");
        String path = kind.path() + "?organization=" + department.code() + "&period=";
        // A petition that is not settled is carried over.
        boolean isCarried = kind.path().endsWith("petitions");
        List<String> inQuarter = isCarried
                ? List.of(last, middle, first, december, quarter, month)
                : List.of(last, middle, first, quarter, month);
        assertThat(walk(reader, path + "2018-Q1", 2)).isEqualTo(inQuarter);
        assertThat(walk(reader, path + "2018-02", 2))
                .isEqualTo(isCarried ? List.of(first, december, month) : List.of(month));
        assertThat(walk(reader, path + "2018-H1", 2)).contains(half).containsAll(inQuarter);
        assertThat(walk(reader, path + "2018", 200)).hasSize(isCarried ? 8 : 7);
        String administrative =
                Reporting.of("ADMINISTRATIVE_15_14", "inspections.count").regime();
        assertThat(walk(reader, path + "2018-Q1&regime=" + administrative, 2))
                .containsExactly(middle, first, december, quarter, month);
        String calendar = Reporting.of("CALENDAR", "inspections.count").regime();
        assertThat(walk(reader, path + "2018-Q1&regime=" + calendar, 2)).isEqualTo(inQuarter);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatDoesNotExistHasNoCases(Kind kind) {
        TestOrganization department = new OrganizationBuilder().create();
        kind.make(department, "2018-02-01", null);
        Api reader = department.with("inspections:read");
        for (String filter : List.of("period=2018-Q5", "regime=no-such-regime", "organization=no-such-body")) {
            assertThat(reader.get(kind.path() + "?" + filter).is(200).items("id"))
                    .as(filter)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSubtreeSeesItsCasesAndNobodyElseDoes(Kind kind) {
        TestOrganization department = new OrganizationBuilder().create();
        TestOrganization unit = new OrganizationBuilder().under(department).create();
        String above = kind.make(department, "2018-02-01", null);
        String below = kind.make(unit, "2018-02-02", null);
        assertThat(department.with("inspections:read").get(kind.path()).items("id"))
                .containsExactly(below, above);
        assertThat(unit.with("inspections:read").get(kind.path()).items("id")).containsExactly(below);
        unit.with("inspections:read").get(kind.path() + "/" + above).is(404);
        TestOrganization stranger = new OrganizationBuilder().create();
        assertThat(stranger.with("inspections:read")
                        .get(kind.path() + "?organization=" + unit.code())
                        .is(200)
                        .items("id"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoMayOnlyReadSeesNoCase(Kind kind) {
        TestOrganization department = new OrganizationBuilder().create();
        String id = kind.make(department, "2018-02-01", null);
        Api caller = department.with("read", "inspections:write");
        for (String path : List.of(kind.path(), kind.path() + "/" + id)) {
            Answer answer = caller.get(path).is(403);
            assertThat(answer.text("/errors/0/expected")).isEqualTo("inspections:read");
        }
        department.with("read", "inspections:read").post(kind.path(), "{}").is(403);
    }

    /** The receiver of a report reads its totals, not the cases behind them. */
    @ParameterizedTest
    @MethodSource("kinds")
    void theReceiverOfAReportSeesNoCaseOfAnotherSubtree(Kind kind) {
        Reporting reporting = Reporting.besides("inspections.count");
        String id = kind.make(reporting.department(), "2018-02-01", null);
        Api receiver = reporting.receiver().admin();
        receiver.get(kind.path() + "/" + id).is(404);
        assertThat(receiver.get(kind.path()).items("id")).isEmpty();
    }

    @Test
    void aDomainIsFoundHoweverItsLettersAreComposed() {
        TestOrganization department = new OrganizationBuilder().create();
        Api reader = department.with("inspections:read");
        String domain = "Tần số vô tuyến điện";
        String composed = URLEncoder.encode(domain, StandardCharsets.UTF_8);
        String decomposed =
                URLEncoder.encode(Normalizer.normalize(domain, Normalizer.Form.NFD), StandardCharsets.UTF_8);
        new InspectionBuilder().of(department).with("domain", "Bưu chính").create();
        new SanctionBuilder().of(department).with("domain", "Bưu chính").create();
        for (int i = 0; i < 2; i++) {
            new InspectionBuilder().of(department).with("domain", domain).create();
            new SanctionBuilder().of(department).with("domain", domain).create();
        }
        for (String path : List.of("/v1/inspections?limit=1&domain=", "/v1/sanctions?limit=1&domain=")) {
            Answer first = reader.get(path + decomposed).is(200);
            assertThat(first.items("domain")).containsExactly(domain);
            assertThat(first.header("Link").orElseThrow()).contains(composed);
            // The same filter, however it is written: its cursor goes on with it.
            Answer second = reader.get(path + composed + "&cursor=" + first.text("/nextCursor"))
                    .is(200);
            assertThat(second.items("domain")).containsExactly(domain);
            assertThat(second.items("id")).doesNotContainAnyElementsOf(first.items("id"));
            assertThat(second.at("/nextCursor").isNull()).isTrue();
        }
    }

    @Test
    void wordsAreFoundWithoutAccentsAndCase() {
        TestOrganization department = new OrganizationBuilder().create();
        Api reader = department.with("inspections:read");
        String inspection = new InspectionBuilder()
                .of(department)
                .with("title", "Thanh tra hoạt động bưu chính")
                .with("domain", "Chuyển phát")
                .with("findings", "Phát chậm thư")
                .withJson("lead", """
                        {"text": "Thanh tra Sở"}""")
                .withJson("partners", """
                        [{"text": "Công an huyện Đức Thọ"}]""")
                .create()
                .text("/id");
        new InspectionBuilder().of(department).create();
        for (String words : List.of(
                "BUU CHINH", "chuyen%20phat", "phat%20cham", "thanh%20tra%20so", "duc%20tho", "%C4%90%E1%BB%A9c")) {
            assertThat(reader.get("/v1/inspections?q=" + words.replace(" ", "%20"))
                            .is(200)
                            .items("id"))
                    .as(words)
                    .containsExactly(inspection);
        }
        String sanction = new SanctionBuilder()
                .of(department)
                .with("domain", "Xuất bản")
                .with("unit", "cuốn")
                .with("note", "Tịch thu sách lậu")
                .create()
                .text("/id");
        new SanctionBuilder().of(department).create();
        for (String words : List.of("xuat%20ban", "cuon", "SACH%20LAU")) {
            assertThat(reader.get("/v1/sanctions?q=" + words).items("id"))
                    .as(words)
                    .containsExactly(sanction);
        }
        Answer petition = new PetitionBuilder()
                .of(department)
                .with("about", "Đường dây điện thoại bị đứt")
                .create();
        new PetitionBuilder().of(department).create();
        department
                .with("inspections:write")
                .post("/v1/petitions/" + petition.text("/id") + "/transfer", """
                        {"to": {"text": "Viễn thông Hà Tĩnh"}, "on": "2018-03-01", "note": "Quá hạn"}""")
                .is(200);
        for (String words : List.of("duong%20day", "vien%20thong%20ha%20tinh", "qua%20han")) {
            assertThat(reader.get("/v1/petitions?q=" + words).items("id"))
                    .as(words)
                    .containsExactly(petition.text("/id"));
        }
        assertThat(reader.get("/v1/petitions?q=100%25").items("id")).isEmpty();
    }

    @Test
    void inspectionsAreNarrowedByKindAndDomain() {
        TestOrganization department = new OrganizationBuilder().create();
        Api reader = department.with("inspections:read");
        String check = new InspectionBuilder()
                .of(department)
                .with("kind", "CHECK")
                .with("domain", "Xuất bản")
                .create()
                .text("/id");
        String inspection = new InspectionBuilder()
                .of(department)
                .with("domain", "Xuất bản ")
                .create()
                .text("/id");
        assertThat(reader.get("/v1/inspections?kind=CHECK").items("id")).containsExactly(check);
        assertThat(reader.get("/v1/inspections?kind=INSPECTION").items("id")).containsExactly(inspection);
        assertThat(reader.get("/v1/inspections?domain=Xu%E1%BA%A5t%20b%E1%BA%A3n")
                        .items("id"))
                .contains(check);
        assertThat(reader.get("/v1/inspections?domain=Xuat%20ban").items("id")).isEmpty();
        reader.get("/v1/inspections?kind=RAID").is(400);
    }

    /** Text is NFC in the rows and in the question, however it was typed. */
    @Test
    void aDomainIsFoundHoweverItWasTyped() {
        TestOrganization department = new OrganizationBuilder().create();
        String decomposed = Normalizer.normalize("Xuất bản", Normalizer.Form.NFD);
        String id = new InspectionBuilder()
                .of(department)
                .with("domain", decomposed)
                .create()
                .text("/id");
        Api reader = department.with("inspections:read");
        assertThat(reader.get("/v1/inspections/" + id).text("/domain")).isEqualTo("Xuất bản");
        assertThat(reader.get("/v1/inspections?domain=Xu%E1%BA%A5t%20b%E1%BA%A3n")
                        .items("id"))
                .containsExactly(id);
    }

    @Test
    void sanctionsAreNarrowedByWhereTheyComeFromAndWhatTheyAre() {
        TestOrganization department = new OrganizationBuilder().create();
        Api reader = department.with("inspections:read");
        String inspection = new InspectionBuilder().of(department).create().text("/id");
        String fine = new SanctionBuilder()
                .of(department)
                .with("inspection", inspection)
                .with("subject", "ORGANIZATION")
                .create()
                .text("/id");
        String reminder = new SanctionBuilder()
                .of(department)
                .with("measure", "REMINDER")
                .without("amountVnd")
                .with("subject", "INDIVIDUAL")
                .with("domain", "Báo chí")
                .create()
                .text("/id");
        assertThat(reader.get("/v1/sanctions?inspection=" + inspection).items("id"))
                .containsExactly(fine);
        assertThat(reader.get("/v1/sanctions?measure=REMINDER").items("id")).containsExactly(reminder);
        assertThat(reader.get("/v1/sanctions?subject=ORGANIZATION").items("id")).containsExactly(fine);
        assertThat(reader.get("/v1/sanctions?domain=B%C3%A1o%20ch%C3%AD").items("id"))
                .containsExactly(reminder);
        assertThat(reader.get("/v1/sanctions?measure=REMINDER&subject=ORGANIZATION")
                        .items("id"))
                .isEmpty();
    }

    @Test
    void petitionsAreNarrowedByKindAndStatus() {
        TestOrganization department = new OrganizationBuilder().create();
        Api reader = department.with("inspections:read");
        String complaint = new PetitionBuilder().of(department).create().text("/id");
        String visit = new PetitionBuilder()
                .of(department)
                .with("kind", "RECEPTION")
                .create()
                .text("/id");
        department
                .with("inspections:write")
                .post("/v1/petitions/" + complaint + "/resolve", """
                        {"resolvedOn": "2018-03-01"}""")
                .is(200);
        assertThat(reader.get("/v1/petitions?kind=RECEPTION").items("id")).containsExactly(visit);
        assertThat(reader.get("/v1/petitions?status=RESOLVED").items("id")).containsExactly(complaint);
        assertThat(reader.get("/v1/petitions?status=PENDING").items("id")).containsExactly(visit);
        assertThat(reader.get("/v1/petitions?status=TRANSFERRED").items("id")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCursorIsGoodForItsOwnFiltersOnly(Kind kind) {
        TestOrganization department = new OrganizationBuilder().create();
        kind.make(department, "2018-02-01", null);
        kind.make(department, "2018-02-02", null);
        Api reader = department.with("inspections:read");
        String cursor = reader.get(kind.path() + "?limit=1").text("/nextCursor");
        reader.get(kind.path() + "?limit=1&cursor=" + cursor).is(200);
        Answer refused = reader.get(kind.path() + "?limit=1&period=2018&cursor=" + cursor)
                .is(400);
        assertThat(refused.problem()).isEqualTo("invalid-cursor");
    }
}
