package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.DocumentBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.RegistrationBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;

/** A task is read by everyone whom it concerns, noted on by who works on it, and changed by who owes it. */
class TaskAccessIT {
    private static final String NOTE = """
            {"text": "Đã góp ý"}""";

    private TestOrganization owner;
    private TestOrganization lead;
    private TestOrganization partner;
    private TestOrganization assigner;
    private TestOrganization stranger;
    private String path;

    @BeforeEach
    void make() {
        owner = new OrganizationBuilder().create();
        lead = new OrganizationBuilder().create();
        partner = new OrganizationBuilder().create();
        assigner = new OrganizationBuilder().create();
        stranger = new OrganizationBuilder().create();
        path = new TaskBuilder(owner)
                .lead(lead)
                .partners(partner)
                .assigner(assigner)
                .create();
    }

    private static TestOrganization under(TestOrganization parent) {
        return new OrganizationBuilder().under(parent).create();
    }

    @Test
    void whomItConcernsReadsItOneByOneAndInLists() {
        for (TestOrganization one : new TestOrganization[] {owner, lead, partner, assigner}) {
            assertThat(one.with("read").get(path).is(200).text("/organization")).isEqualTo(owner.code());
            assertThat(one.with("read").get("/v1/tasks").is(200).items("organization"))
                    .containsExactly(owner.code());
        }
    }

    @Test
    void soDoesEveryoneAboveThemAndNobodyBelow() {
        TestOrganization above = new OrganizationBuilder().create();
        TestOrganization working = under(above);
        TestOrganization below = under(working);
        for (TaskBuilder task : new TaskBuilder[] {
            new TaskBuilder(owner).lead(working),
            new TaskBuilder(owner).partners(lead, working),
            new TaskBuilder(owner).assigner(working)
        }) {
            String made = task.create();
            above.with("read").get(made).is(200);
            below.with("read").get(made).is(404);
        }
        assertThat(above.with("read").get("/v1/tasks").items("id")).hasSize(3);
        assertThat(below.with("read").get("/v1/tasks").items("id")).isEmpty();
    }

    @Test
    void whomItConcernsReadsTheDocumentsItCites() {
        String source = new DocumentBuilder(owner).create();
        String extension = new DocumentBuilder(owner).create();
        String made = new TaskBuilder(owner)
                .lead(lead)
                .partners(partner)
                .assigner(assigner)
                .with("sourceDocument", source)
                .create();
        for (String document : new String[] {source, extension}) {
            if (document.equals(extension)) {
                lead.with("read").get("/v1/documents/" + extension).is(404);
                Api.admin().post(made + "/extend", """
                        {"extendedTo": "2018-04-30", "reason": "x", "document": "%s"}""".formatted(extension)).is(200);
            }
            for (TestOrganization one : new TestOrganization[] {owner, lead, partner, assigner}) {
                one.with("read").get("/v1/documents/" + document).is(200);
            }
            stranger.with("read").get("/v1/documents/" + document).is(404);
        }
        assertThat(lead.with("read").get("/v1/documents").items("id")).isEmpty();
        // It is no more open to be cited than it was.
        assertThat(new TaskBuilder(lead)
                        .with("sourceDocument", source)
                        .post(lead.admin())
                        .is(422)
                        .pointers())
                .containsExactly("/sourceDocument");
    }

    @Test
    void nobodyElseCanTellItFromNothing() {
        Api other = stranger.admin().ifMatch("1");
        String nothing = "/v1/tasks/01932f5e-7c1a-7b3e-9d2f-000000000000";
        for (String at : new String[] {path, nothing}) {
            assertThat(other.get(at).is(404).problem()).isEqualTo("not-found");
            other.patch(at, "{}").is(404);
            other.delete(at).is(404);
            other.post(at + "/progress", NOTE).is(404);
            other.post(at + "/complete", "{}").is(404);
            other.post(at + "/cancel", """
                    {"reason": "x"}""").is(404);
        }
        assertThat(stranger.with("read").get("/v1/tasks").items("id")).isEmpty();
        assertThat(stranger.with("read")
                        .get("/v1/tasks?organization=" + owner.code())
                        .items("id"))
                .isEmpty();
        assertThat(stranger.with("read").get("/v1/tasks?lead=" + lead.code()).items("id"))
                .isEmpty();
    }

    @Test
    void whoLeadsOrTakesPartMayNoteProgress() {
        for (TestOrganization one : new TestOrganization[] {owner, lead, partner}) {
            one.with("tasks:write").post(path + "/progress", NOTE).is(200);
        }
        assertThat(assigner.with("tasks:write")
                        .post(path + "/progress", NOTE)
                        .is(403)
                        .problem())
                .isEqualTo("not-owner");
    }

    @Test
    void whoDoesNotOweItChangesNothing() {
        for (TestOrganization one : new TestOrganization[] {lead, partner, assigner}) {
            Api caller = one.admin().ifMatch("1");
            for (Answer answer : new Answer[] {
                caller.patch(path, "{}"),
                caller.delete(path),
                caller.post(path + "/complete", "{}"),
                caller.post(path + "/extend", """
                        {"extendedTo": "2018-04-30", "reason": "x"}"""),
                caller.post(path + "/cancel", """
                        {"reason": "x"}"""),
                caller.post(path + "/reopen", """
                        {"reason": "x"}""")
            }) {
                assertThat(answer.is(403).problem()).isEqualTo("not-owner");
            }
        }
        assertThat(Api.admin().get(path).text("/etag")).isEqualTo("1");
    }

    @Test
    void whoIsNoLongerNamedNoLongerReadsIt() {
        owner.admin().ifMatch("1").patch(path, """
                {"lead": {"organization": "%s"}, "partners": null, "assigner": null}""".formatted(stranger.code())).is(200);
        for (TestOrganization one : new TestOrganization[] {lead, partner, assigner}) {
            one.with("read").get(path).is(404);
            assertThat(one.with("read").get("/v1/tasks").items("id")).isEmpty();
        }
        stranger.with("read").get(path).is(200);
        owner.with("read").get(path).is(200);
    }

    @Test
    void aRegisterNamesWhoReadsItToo() {
        RegistrationBuilder registration =
                new RegistrationBuilder(owner).with("lead", java.util.Map.of("organization", lead.code()));
        String registered = registration.create();
        lead.with("read").get(registered).is(200);
        registration.without("lead").put(owner.admin()).is(200);
        lead.with("read").get(registered).is(404);
    }

    @Test
    void doubtsNameCollectionsAndAreToldToWhoReportsUnderThem() {
        Scene scene = Scene.create();
        Collections.close(scene.collection());
        String made = new RegistrationBuilder(scene.operator())
                .with("lead", java.util.Map.of("organization", lead.code()))
                .create();
        assertThat(scene.operator().with("read").get(made).at("/findings").size())
                .isEqualTo(1);
        assertThat(scene.department().with("read").get(made).at("/findings").size())
                .isEqualTo(1);
        assertThat(lead.with("read").get(made).is(200).at("/findings").isEmpty())
                .isTrue();
    }

    @Test
    void statisticsAreOfOnesOwn() {
        String query = "/v1/tasks/statistics?period=2018-Q1&organization=";
        owner.with("read").get(query + owner.code()).is(200);
        assertThat(lead.with("read").get(query + owner.code()).is(404).problem())
                .isEqualTo("not-found");
        Api.admin().get(query + "khong-co").is(404);
    }

    @Test
    void whoReceivesARegimeReadsCountsAndNoTask() {
        Scene scene = Scene.create();
        TestOrganization receiver = new OrganizationBuilder().create();
        String regime = new RegimeBuilder()
                .owner(TestOrganization.root())
                .receiver(receiver)
                .reporters(scene.operator().code())
                .create();
        String made = new TaskBuilder(scene.operator()).lead(lead).create();
        String query = "/v1/tasks/statistics?period=2018-Q1&organization="
                + scene.operator().code();
        Answer seen = receiver.with("read").get(query + "&regime=" + regime).is(200);
        assertThat(seen.at("/counted/received").asInt()).isEqualTo(1);
        assertThat(seen.at("/byLead")).isEmpty();
        assertThat(seen.text()).doesNotContain(lead.code());
        assertThat(scene.operator().with("read").get(query).is(200).at("/byLead"))
                .hasSize(1);
        receiver.with("read").get(query + "&regime=" + scene.regime()).is(404);
        receiver.with("read").get(made).is(404);
        assertThat(receiver.with("read").get("/v1/tasks").items("id")).isEmpty();
    }
}
