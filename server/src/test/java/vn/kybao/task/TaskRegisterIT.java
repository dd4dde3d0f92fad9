package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.DocumentBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegistrationBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** What an external register keeps of tasks is put as it is there, again and again. */
class TaskRegisterIT {

    private TestOrganization department;
    private String document;

    @BeforeEach
    void make() {
        department = new OrganizationBuilder().create();
        document = new DocumentBuilder(department).create();
    }

    private RegistrationBuilder whole() {
        return new RegistrationBuilder(department)
                .with("assigner", Map.of("organization", "root", "text", "Chủ tịch UBND tỉnh"))
                .with("lead", Map.of("organization", department.code()))
                .with("sourceDocument", document)
                .with("registerStatus", "Đang xử lý");
    }

    @Test
    void theFirstTimeItIsMade() {
        RegistrationBuilder registration = whole();
        Answer made = registration.put(department.admin()).is(201);
        assertThat(made.header("Location").orElseThrow()).endsWith("/v1/tasks/" + made.text("/id"));
        assertThat(made.text("/register")).isEqualTo("ioffice");
        assertThat(made.text("/externalId")).isEqualTo(registration.externalId());
        assertThat(made.text("/registerStatus")).isEqualTo("Đang xử lý");
        assertThat(made.text("/assigner/text")).isEqualTo("Chủ tịch UBND tỉnh");
        assertThat(made.text("/assigner/organization")).isEqualTo("root");
        assertThat(made.text("/lead/organization")).isEqualTo(department.code());
        assertThat(made.text("/sourceDocument")).isEqualTo(document);
        assertThat(made.text("/status")).isEqualTo("IN_PROGRESS");
        assertThat(made.text("/deadline")).isEqualTo("2018-03-31");
        assertThat(made.text("/etag")).isEqualTo("1");
    }

    @Test
    void sentAgainItChangesNothing() {
        RegistrationBuilder registration = whole().completedOn("2018-03-02");
        Answer made = registration.put(department.admin()).is(201);
        Answer again = registration.put(department.admin()).is(200);
        assertThat(again.json()).isEqualTo(made.json());
        assertThat(again.etag()).isEqualTo(made.etag());
    }

    @Test
    void itReplacesItsFieldsAndLeavesTheOthers() {
        TestOrganization partner = new OrganizationBuilder().create();
        RegistrationBuilder registration = whole();
        String path = registration.create();
        Api.admin().ifMatch("1").patch(path, """
                {"partners": [{"organization": "%s"}], "clause": "mục 2", "product": "Báo cáo", "period": "2018-Q1",
                 "dueExclusive": true, "dueText": "trước 31/3"}""".formatted(partner.code())).is(200);
        Api.admin().post(path + "/progress", """
                {"text": "Đã họp"}""").is(200);
        Api.admin().post(path + "/extend", """
                {"extendedTo": "2018-05-15", "reason": "Gia hạn"}""").is(200);
        Answer next = registration
                .with("title", "Tên khác")
                .without("assigner")
                .without("lead")
                .without("sourceDocument")
                .without("dueOn")
                .without("registerStatus")
                .with("assignedOn", "2018-02-05")
                .status("ASSIGNED")
                .put(department.admin())
                .is(200);
        assertThat(next.text("/title")).isEqualTo("Tên khác");
        assertThat(next.text("/assignedOn")).isEqualTo("2018-02-05");
        assertThat(next.text("/status")).isEqualTo("ASSIGNED");
        for (String field : List.of("assigner", "lead", "sourceDocument", "dueOn", "registerStatus")) {
            assertThat(next.json().has(field)).as(field).isFalse();
        }
        assertThat(next.text("/partners/0/organization")).isEqualTo(partner.code());
        assertThat(next.text("/clause")).isEqualTo("mục 2");
        assertThat(next.text("/product")).isEqualTo("Báo cáo");
        assertThat(next.text("/period")).isEqualTo("2018-Q1");
        assertThat(next.at("/dueExclusive").booleanValue()).isTrue();
        assertThat(next.text("/dueText")).isEqualTo("trước 31/3");
        assertThat(next.text("/progress/0/text")).isEqualTo("Đã họp");
        assertThat(next.text("/deadline")).isEqualTo("2018-05-15");
        assertThat(next.text("/etag")).isEqualTo("5");
        assertThat(Api.admin().get(path).json()).isEqualTo(next.json());
    }

    /** Who received the reports of the department does so no longer. */
    @Test
    void aDocumentThatIsThereIsNotAskedAboutAgain() {
        TestOrganization office = new OrganizationBuilder().create();
        TestOrganization unit = new OrganizationBuilder().under(office).create();
        String foreign = new DocumentBuilder(department).create();
        RegistrationBuilder registration = new RegistrationBuilder(unit).with("sourceDocument", foreign);
        registration.create();
        registration.with("title", "Khác").put(office.admin()).is(200);
        String other = new DocumentBuilder(department).create();
        assertThat(registration
                        .with("sourceDocument", other)
                        .put(office.admin())
                        .is(422)
                        .pointers())
                .containsExactly("/sourceDocument");
    }

    @Test
    void eachOfItsFieldsAloneIsAChange() {
        RegistrationBuilder registration = whole();
        registration.create();
        int version = 1;
        registration.with("title", "Khác");
        assertChanged(registration, ++version);
        registration.with("assigner", Map.of("organization", "root"));
        assertChanged(registration, ++version);
        registration.with("lead", Map.of("text", "Thanh tra"));
        assertChanged(registration, ++version);
        registration.without("sourceDocument");
        assertChanged(registration, ++version);
        registration.with("assignedOn", "2018-02-02");
        assertChanged(registration, ++version);
        registration.with("dueOn", "2018-04-01");
        assertChanged(registration, ++version);
        registration.with("registerStatus", "Chờ duyệt");
        assertChanged(registration, ++version);
        registration.status("ASSIGNED");
        assertChanged(registration, ++version);
        registration.completedOn("2018-03-01");
        assertChanged(registration, ++version);
        registration.completedOn("2018-03-02");
        assertChanged(registration, ++version);
    }

    private void assertChanged(RegistrationBuilder registration, int version) {
        assertThat(registration.put(department.admin()).is(200).text("/etag")).isEqualTo(String.valueOf(version));
        assertThat(registration.put(department.admin()).is(200).text("/etag")).isEqualTo(String.valueOf(version));
    }

    @Test
    void aLaterDeadlineOfTheRegisterBeatsAnEarlierExtension() {
        RegistrationBuilder registration = whole();
        String path = registration.create();
        Api.admin().post(path + "/extend", """
                {"extendedTo": "2018-04-15", "reason": "Gia hạn"}""").is(200);
        assertThat(registration
                        .with("dueOn", "2018-06-30")
                        .put(Api.admin())
                        .is(200)
                        .text("/deadline"))
                .isEqualTo("2018-06-30");
        assertThat(registration
                        .with("dueOn", "2018-04-01")
                        .put(Api.admin())
                        .is(200)
                        .text("/deadline"))
                .isEqualTo("2018-04-15");
    }

    @Test
    void itTakesOverATaskThatBearsItsId() {
        RegistrationBuilder registration = whole();
        Answer posted = new TaskBuilder(department)
                .with("register", "ioffice")
                .with("externalId", registration.externalId())
                .post(Api.admin())
                .is(201);
        assertThat(registration.put(Api.admin()).is(200).text("/id")).isEqualTo(posted.text("/id"));
    }

    @Test
    void theKeyIsOrganizationRegisterAndId() {
        TestOrganization other = new OrganizationBuilder().create();
        RegistrationBuilder registration = whole();
        String first = registration.create();
        String second = registration.register("e-cabinet").create();
        String third = registration
                .register("ioffice")
                .with("organization", other.code())
                .create();
        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    }

    @Test
    void anIdMayBeWrittenComposedOrNot() {
        String body = whole().json();
        String composed = "/v1/tasks/external/ioffice/" + department.code() + "-%C3%A0";
        String decomposed = "/v1/tasks/external/ioffice/" + department.code() + "-a%CC%80";
        Answer made = Api.admin().put(decomposed, body).is(201);
        assertThat(made.text("/externalId")).isEqualTo(department.code() + "-à");
        assertThat(Api.admin().put(composed, body).is(200).text("/id")).isEqualTo(made.text("/id"));
    }

    @Test
    void anIdIsMeasuredAsItIsKept() {
        String path = "/v1/tasks/external/ioffice/";
        // The letter qa of Devanagari: two characters once it is composed.
        String grows = "%E0%A5%98";
        assertThat(Api.admin()
                        .put(path + grows.repeat(101), whole().json())
                        .is(404)
                        .problem())
                .isEqualTo("not-found");
        Answer longest =
                Api.admin().put(path + grows.repeat(100), whole().json()).is(201);
        assertThat(longest.text("/externalId")).hasSize(200);
        Answer shrunk =
                Api.admin().put(path + "a%CC%80".repeat(200), whole().json()).is(201);
        assertThat(shrunk.text("/externalId")).isEqualTo("à".repeat(200));
    }

    @Test
    void twentyAtOnceMakeOneTask() throws Exception {
        RegistrationBuilder registration = whole();
        List<Future<Answer>> futures = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                futures.add(threads.submit(() -> registration.put(Api.admin())));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Future<Answer> future : futures) {
            statuses.add(future.get().status());
            ids.add(future.get().text("/id"));
        }
        assertThat(statuses).containsOnlyOnce(201).filteredOn(s -> s == 200).hasSize(19);
        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(Api.admin()
                        .get("/v1/tasks?organization=" + department.code())
                        .items("etag"))
                .containsExactly("1");
    }

    @Test
    void whatIsCompletedWasSoOnADay() {
        Answer answer = whole().status("COMPLETED").put(Api.admin()).is(422);
        assertThat(answer.errorCodes()).containsExactly("date-or-period");
        assertThat(answer.pointers()).containsExactly("/completedOn");
        assertThat(answer.text("/errors/0/message")).isEqualTo("Việc đã hoàn thành cần có ngày hoàn thành.");
        assertThat(whole().status("COMPLETED")
                        .put(Api.admin().english())
                        .is(422)
                        .text("/errors/0/message"))
                .isEqualTo("A task that is completed needs the day on which it was.");
        try (var _ = TestServer.shared().clock().set("2018-03-01T01:00:00Z")) {
            Answer later = whole().completedOn("2018-03-02").put(Api.admin()).is(422);
            assertThat(later.errorCodes()).containsExactly("date-later");
            assertThat(later.pointers()).containsExactly("/completedOn");
        }
    }

    @Test
    void badReferencesAreRefusedAllAtOnce() {
        Answer answer = whole().with("assigner", Map.of("organization", "khong-co"))
                .with("lead", Map.of("organization", "cung-khong-co"))
                .put(Api.admin())
                .is(422);
        assertThat(answer.pointers()).containsExactly("/assigner/organization", "/lead/organization");
        assertThat(whole().with("organization", "khong-co")
                        .put(Api.admin())
                        .is(422)
                        .pointers())
                .containsExactly("/organization");
        TestOrganization other = new OrganizationBuilder().create();
        assertThat(whole().put(other.admin()).is(403).problem()).isEqualTo("not-owner");
    }

    @Test
    void daysInTheWrongOrderAreKeptWithAFindingUntilTheyArePutRight() {
        RegistrationBuilder registration = whole().with("dueOn", "2018-01-15").completedOn("2018-01-20");
        Answer made = registration.put(Api.admin()).is(201);
        assertThat(made.at("/findings").size()).isEqualTo(2);
        assertThat(made.text("/findings/0/code")).isEqualTo("dates-reversed");
        assertThat(made.text("/findings/0/severity")).isEqualTo("WARNING");
        assertThat(made.text("/findings/0/pointer")).isEqualTo("/dueOn");
        assertThat(made.text("/findings/1/pointer")).isEqualTo("/completedOn");
        assertThat(registration
                        .with("assignedOn", "2018-01-10")
                        .put(Api.admin())
                        .is(200)
                        .at("/findings")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aPatchThatPutsDaysRightEndsTheFinding() {
        String path = whole().with("dueOn", "2018-01-15").create();
        assertThat(Api.admin().get(path).at("/findings").size()).isEqualTo(1);
        assertThat(Api.admin()
                        .ifMatch("1")
                        .patch(path, """
                                {"dueOn": "2018-05-15"}""")
                        .is(200)
                        .at("/findings")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void withoutAnyDayItIsOwedFromTheDayItCame() {
        try (var _ = TestServer.shared().clock().set("2018-05-31T17:30:00Z")) {
            String path = whole().without("assignedOn").without("dueOn").create();
            Api.admin().ifMatch("1").patch(path, """
                    {"clause": "mục 1"}""").is(200);
        }
        String list = "/v1/tasks?organization=" + department.code();
        assertThat(Api.admin().get(list + "&period=2018-05").items("id")).isEmpty();
        assertThat(Api.admin().get(list + "&period=2018-06").items("id")).hasSize(1);
    }

    @Test
    void aDayInAClosedCollectionIsStoredAndTold() {
        Scene scene = Scene.create();
        Collections.close(scene.collection());
        RegistrationBuilder registration = new RegistrationBuilder(scene.operator()).with("dueOn", "2018-06-30");
        Answer made = registration.put(Api.admin()).is(201);
        assertThat(made.at("/findings").size()).isEqualTo(1);
        assertThat(made.text("/findings/0/code")).isEqualTo("changed-after-close");
        assertThat(made.text("/findings/0/severity")).isEqualTo("WARNING");
        assertThat(made.text("/findings/0/message")).contains("1/2/2018", "2018-Q1", scene.regime());
        assertThat(made.text("/findings/0/evidence/0")).isEqualTo("/v1/collections/" + scene.collection());
        Answer again = registration.put(Api.admin()).is(200);
        assertThat(again.json()).isEqualTo(made.json());
        // A title moves no day.
        assertThat(registration
                        .with("title", "Tên khác")
                        .put(Api.admin())
                        .is(200)
                        .at("/findings")
                        .size())
                .isEqualTo(1);
        Answer done = registration.completedOn("2018-03-20").put(Api.admin()).is(200);
        assertThat(done.at("/findings").size()).isEqualTo(2);
        assertThat(done.text("/findings/1/message")).contains("20/3/2018");
        // Leaving the closed quarter is told as entering it was.
        Answer later = registration.completedOn("2018-04-20").put(Api.admin()).is(200);
        assertThat(later.at("/findings").size()).isEqualTo(2);
        Answer moved =
                registration.with("assignedOn", "2018-04-02").put(Api.admin()).is(200);
        assertThat(moved.at("/findings").size()).isEqualTo(2);
        assertThat(moved.text("/completedOn")).isEqualTo("2018-04-20");
    }

    @Test
    void aDayInAnOpenCollectionIsNothingToTell() {
        Scene scene = Scene.create();
        assertThat(new RegistrationBuilder(scene.operator())
                        .completedOn("2018-03-20")
                        .put(Api.admin())
                        .is(201)
                        .at("/findings")
                        .isEmpty())
                .isTrue();
    }
}
