package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.DocumentBuilder;
import vn.kybao.testing.Json;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;

/** Tasks are made, read, changed and deleted. */
class TaskIT {

    private TestOrganization department;
    private String document;

    @BeforeEach
    void make() {
        department = new OrganizationBuilder().create();
        document = new DocumentBuilder(department).create();
    }

    private TaskBuilder whole() {
        return new TaskBuilder(department)
                .withJson("assigner", """
                        {"organization": "root", "text": "Phó Chủ tịch UBND tỉnh"}""")
                .withJson("lead", """
                        {"text": "Thanh tra Sở"}""")
                .withJson("partners", """
                        [{"organization": "%s"}, {"text": "các cơ quan liên quan"}]""".formatted(department.code()))
                .with("sourceDocument", document)
                .with("clause", "khoản 2 mục III")
                .with("register", "ioffice")
                .with("externalId", "NV-2018-0117")
                .with("dueExclusive", true)
                .with("dueText", "trước ngày 31/3/2018")
                .with("period", "2018-Q1")
                .with("product", "Tờ trình");
    }

    @Test
    void everythingThatIsSentComesBack() {
        Answer made = whole().post(department.admin()).is(201);
        JsonNode sent = Json.parse(whole().json());
        sent.properties()
                .forEach(field -> assertThat(made.at("/" + field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(field.getValue()));
        assertThat(made.text("/status")).isEqualTo("ASSIGNED");
        assertThat(made.text("/deadline")).isEqualTo("2018-03-30");
        assertThat(made.at("/progress").isEmpty()).isTrue();
        assertThat(made.at("/findings").isEmpty()).isTrue();
        assertThat(made.text("/etag")).isEqualTo("1");
        String path = "/v1/tasks/" + made.text("/id");
        assertThat(made.header("Location").orElseThrow()).endsWith(path);
        assertThat(department.with("read").get(path).is(200).json()).isEqualTo(made.json());
    }

    @Test
    void whatIsLeftOutIsNotThere() {
        Answer made = new TaskBuilder(department).endless().post(Api.admin()).is(201);
        for (String field : List.of(
                "assigner",
                "lead",
                "sourceDocument",
                "clause",
                "register",
                "externalId",
                "registerStatus",
                "dueOn",
                "dueText",
                "extendedTo",
                "deadline",
                "period",
                "completedOn",
                "product",
                "statusReason",
                "extensionReason",
                "extensionDocument")) {
            assertThat(made.json().has(field)).as(field).isFalse();
        }
        assertThat(made.at("/dueExclusive").booleanValue()).isFalse();
        assertThat(made.text("/timeliness")).isEqualTo("NO_DEADLINE");
    }

    @Test
    void textIsKeptComposed() {
        String decomposed = "Ra\u0300 soa\u0301t ho\u0302\u0300 so\u031b";
        Answer made =
                new TaskBuilder(department).title(decomposed).post(Api.admin()).is(201);
        assertThat(made.text("/title")).isEqualTo("Rà soát hồ sơ");
    }

    @Test
    void aPatchChangesWhatItNamesAndNullRemoves() {
        String path = "/v1/tasks/" + whole().post(Api.admin()).is(201).text("/id");
        Answer changed = department.admin().ifMatch("1").patch(path, """
                {"title": "Tên mới", "assigner": {"text": null}, "lead": null, "partners": null,
                 "sourceDocument": null, "clause": null, "dueText": null, "dueExclusive": false,
                 "period": null, "product": null}""").is(200);
        assertThat(changed.text("/title")).isEqualTo("Tên mới");
        assertThat(changed.at("/assigner")).isEqualTo(Json.parse("""
                {"organization": "root"}"""));
        assertThat(changed.at("/partners").isEmpty()).isTrue();
        for (String field : List.of("lead", "sourceDocument", "clause", "dueText", "period", "product")) {
            assertThat(changed.json().has(field)).as(field).isFalse();
        }
        assertThat(changed.text("/deadline")).isEqualTo("2018-03-31");
        assertThat(changed.text("/register")).isEqualTo("ioffice");
        assertThat(changed.text("/externalId")).isEqualTo("NV-2018-0117");
        assertThat(changed.text("/assignedOn")).isEqualTo("2018-02-01");
        assertThat(changed.text("/etag")).isEqualTo("2");
        assertThat(Api.admin().get(path).json()).isEqualTo(changed.json());
    }

    @Test
    void aPatchCanGiveWhatWasNotThere() {
        String path = new TaskBuilder(department).endless().create();
        Answer changed = Api.admin().ifMatch("1").patch(path, """
                {"dueOn": "2018-07-01", "dueExclusive": true, "lead": {"organization": "root"}}""").is(200);
        assertThat(changed.text("/deadline")).isEqualTo("2018-06-30");
        assertThat(changed.text("/lead/organization")).isEqualTo("root");
    }

    @Test
    void aStatusIsNotPatched() {
        String path = new TaskBuilder(department).create();
        Answer answer = Api.admin().ifMatch("1").patch(path, """
                {"status": "COMPLETED", "organization": "root", "extendedTo": "2018-05-01"}""").is(400);
        assertThat(answer.errorCodes()).containsOnly("unknown-field").hasSize(3);
    }

    @Test
    void changingAndDeletingNeedTheVersion() {
        String path = new TaskBuilder(department).create();
        assertThat(Api.admin().patch(path, "{}").is(428).problem()).isEqualTo("if-match-required");
        assertThat(Api.admin().delete(path).is(428).problem()).isEqualTo("if-match-required");
        assertThat(Api.admin().ifMatch("7").patch(path, "{}").is(412).text("/etag"))
                .isEqualTo("1");
        Api.admin().ifMatch("7").delete(path).is(412);
        Api.admin().ifMatch(Api.admin().get(path).etag()).delete(path).is(204);
        Api.admin().get(path).is(404);
        Api.admin().ifMatch("1").delete(path).is(404);
    }

    @Test
    void deletingTakesItsNotesAlong() {
        String path = new TaskBuilder(department).partners(department).create();
        Api.admin().post(path + "/progress", """
                {"text": "Đã dự thảo"}""").is(200);
        department.admin().ifMatch("2").delete(path).is(204);
        assertThat(Api.admin()
                        .get("/v1/tasks?organization=" + department.code())
                        .is(200)
                        .items("id"))
                .isEmpty();
    }

    @Test
    void aRepeatedRequestMakesOneTask() {
        Api caller = department.admin().idempotencyKey("giao-viec-1");
        TaskBuilder task = new TaskBuilder(department);
        Answer first = task.post(caller).is(201);
        Answer again = task.post(caller).is(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(task.title("Khác").post(caller).is(422).problem()).isEqualTo("idempotency-key-reused");
        assertThat(Api.admin()
                        .get("/v1/tasks?organization=" + department.code())
                        .items("id"))
                .hasSize(1);
    }

    @Test
    void theSameBytesAnswer304UntilTheDayChangesHowItStands() {
        String path = new TaskBuilder(department).create();
        String etag = Api.admin().get(path + "?asOf=2018-03-24").etag();
        Api.admin().header("If-None-Match", etag).get(path + "?asOf=2018-03-25").is(304);
        Api.admin().header("If-None-Match", etag).get(path + "?asOf=2018-03-23").is(200);
    }
}
