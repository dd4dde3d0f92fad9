package vn.kybao.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.InspectionBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.RegistrationBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;

/** What the audit says of totals beside the rows they are about, of tasks that were changed too late, and to whom. */
class CaseAuditIT {
    private final TestOrganization receiver = new OrganizationBuilder().create();
    private final TestOrganization department = new OrganizationBuilder().create();
    private final String received = total("tasks.received");
    private final String inspected = total("inspections.count");

    private static String total(String states) {
        return new IndicatorBuilder()
                .with("kind", "FLOW")
                .with("timeAggregation", "SUM")
                .with("states", states)
                .create();
    }

    private RegimeBuilder regime() {
        return new RegimeBuilder()
                .owner(TestOrganization.root())
                .receiver(receiver)
                .reporters(department.code())
                .autoApprove();
    }

    private String regime(String calendar, String... indicators) {
        RegimeBuilder regime = regime().with("calendar", calendar);
        for (String indicator : indicators) {
            regime.expects(indicator, "QUARTER");
        }
        String code = regime.create();
        Collections.open(code, "2018-Q1");
        return code;
    }

    private void state(String regime, String indicator, String value, String asOf) {
        new SubmissionBuilder(regime, department)
                .valueJson("""
                        {"indicator": "%s", "measure": "ACTUAL", "value": "%s"%s}""".formatted(indicator, value, asOf.isEmpty() ? "" : ", \"asOf\": \"" + asOf + "\""))
                .file(department.admin())
                .is(201);
    }

    private Answer audit(Api reader, String query) {
        return reader.get("/v1/findings?organization=" + department.code() + "&period=2018-Q1" + query)
                .is(200);
    }

    private static List<String> found(Answer audit) {
        List<String> found = new ArrayList<>();
        for (JsonNode item : audit.at("/items")) {
            found.add(item.path("severity").asText() + " " + item.path("code").asText());
        }
        return found;
    }

    private static String lastLink(Answer audit) {
        return audit.at("/items/0/evidence").valueStream().toList().getLast().asText();
    }

    @Test
    void eachTotalIsHeldAgainstTheWindowOfItsOwnRegime() {
        String first = regime("ADMINISTRATIVE_15_14", received);
        String second = regime("ADMINISTRATIVE_15_14", inspected);
        String plain = regime("CALENDAR", total("petitions.received"));
        new TaskBuilder(department).assignedOn("2018-02-01").create();
        new TaskBuilder(department).assignedOn("2018-03-20").create();
        new InspectionBuilder().of(department).with("startedOn", "2018-02-01").create();
        new InspectionBuilder().of(department).with("startedOn", "2018-03-20").create();
        state(first, received, "1", "");
        state(second, inspected, "1", "");
        assertThat(found(audit(department.admin(), ""))).isEmpty();
        assertThat(found(audit(department.admin(), "&regime=" + plain))).isEmpty();
        new InspectionBuilder().of(department).with("startedOn", "2018-02-02").create();
        Answer more = audit(department.admin(), "");
        assertThat(found(more)).containsExactly("WARNING stated-total");
        assertThat(lastLink(more)).contains("&regime=" + second);
        assertThat(department.admin().get(lastLink(more)).is(200).text("/inspections/count/counted"))
                .isEqualTo("2");
    }

    @Test
    void whatCameAfterTheFigureWasTakenDoesNotMakeItWrong() {
        String regime = regime("CALENDAR", received, inspected);
        new TaskBuilder(department).assignedOn("2018-02-01").create();
        new InspectionBuilder().of(department).with("startedOn", "2018-02-01").create();
        state(regime, received, "1", "2018-02-20");
        state(regime, inspected, "1", "2018-02-20");
        new TaskBuilder(department).assignedOn("2018-03-10").create();
        new InspectionBuilder().of(department).with("startedOn", "2018-03-10").create();
        assertThat(found(audit(department.admin(), ""))).isEmpty();
        new InspectionBuilder().of(department).with("startedOn", "2018-02-20").create();
        Answer more = audit(department.admin(), "");
        assertThat(found(more)).containsExactly("WARNING stated-total");
        assertThat(lastLink(more)).endsWith("&asOf=2018-02-20");
        assertThat(department.admin().get(lastLink(more)).is(200).text("/inspections/count/counted"))
                .isEqualTo("2");
    }

    @Test
    void aReceiverIsToldOfTheTotalsItReceivesAndOfNoRow() {
        String regime = regime("CALENDAR", received);
        String elsewhere = new RegimeBuilder()
                .owner(TestOrganization.root())
                .reporters(department.code())
                .expects(inspected, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(elsewhere, "2018-Q1");
        new TaskBuilder(department).create();
        new TaskBuilder(department).create();
        new InspectionBuilder().of(department).create();
        state(regime, received, "1", "");
        state(elsewhere, inspected, "0", "");
        Collections.close(regime + ".2018-Q1");
        String late = new RegistrationBuilder(department).create();
        Answer own = audit(department.admin(), "");
        assertThat(found(own))
                .containsExactly("WARNING changed-after-close", "WARNING stated-total", "WARNING stated-total");
        assertThat(own.at("/items/0/evidence").toString()).contains(late, "/v1/collections/" + regime);
        Answer told = audit(receiver.admin(), "");
        assertThat(found(told)).containsExactly("WARNING stated-total");
        assertThat(told.text("/items/0/actual")).isEqualTo("3");
        assertThat(receiver.admin().get(lastLink(told)).is(200).text("/received/counted"))
                .isEqualTo("3");
    }

    /** It is a matter of the quarter whose report was closed. */
    @Test
    void whatWasChangedTooLateIsToldWhereItsDayLies() {
        String regime = regime("CALENDAR", received);
        Collections.close(regime + ".2018-Q1");
        new RegistrationBuilder(department).with("dueOn", "2018-06-30").create();
        assertThat(found(audit(department.admin(), ""))).containsExactly("WARNING changed-after-close");
        Answer next = department
                .admin()
                .get("/v1/findings?organization=" + department.code() + "&period=2018-Q2")
                .is(200);
        assertThat(found(next)).isEmpty();
    }
}
