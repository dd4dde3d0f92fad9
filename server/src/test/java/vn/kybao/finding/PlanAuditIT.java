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
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.SectionBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestOrganization;

/** What a plan says is held against what is planned, and against nothing that was reached. */
class PlanAuditIT {
    private final TestOrganization department = new OrganizationBuilder().create();
    private final TestOrganization operator =
            OrganizationBuilder.operator().under(department).create();
    private final Api api = operator.admin();
    private final String revenue =
            IndicatorBuilder.revenue().withJson("name", """
                    {"vi": "Doanh thu dịch vụ nội dung"}""").create();
    private final String regime = new RegimeBuilder()
            .owner(department)
            .expects(revenue, "QUARTER")
            .autoApprove()
            .create();

    {
        Collections.open(regime, "2018-Q1");
        Collections.open(regime, "2018-Q2");
    }

    private List<String> found() {
        List<String> found = new ArrayList<>();
        for (JsonNode item : api.get("/v1/findings?period=2018-Q1&organization=" + operator.code())
                .is(200)
                .at("/items")) {
            found.add(item.path("severity").asText() + " "
                    + item.path("code").asText() + " "
                    + item.path("expected").asText());
        }
        return found;
    }

    private void file(String period, String measure, String value) {
        new SubmissionBuilder(regime, operator)
                .period(period)
                .with("compiledOn", "2018-07-10")
                .value(revenue, measure, value)
                .file(api)
                .is(201);
    }

    private SectionBuilder plan(String body) {
        return new SectionBuilder(regime, operator).with("kind", "PLAN").body(body);
    }

    private Answer scanned(SectionBuilder section) {
        return api.post("/v1/sections/" + section.post(api).is(201).text("/id") + "/scan")
                .is(200);
    }

    @Test
    void aValueIsHeldAgainstThePlanOfThePlannedPeriod() {
        file("2018-Q1", "ACTUAL", "412");
        file("2018-Q2", "ACTUAL", "500");
        file("2018-Q2", "PLAN", "480");
        Answer section =
                scanned(plan("Doanh thu dịch vụ nội dung đạt 500 triệu đồng.").with("planFor", "2018-Q2"));
        assertThat(section.at("/claims")).hasSize(1);
        assertThat(section.at("/claims/0").has("period")).isFalse();
        assertThat(found()).containsExactly("WARNING claim-differs 480 triệu đồng");
        file("2018-Q2", "TARGET", "500");
        assertThat(found()).isEmpty();
    }

    /** What it says of the quarter that is over is no plan. */
    @Test
    void whatAPlanSaysOfAnotherPeriodIsLeft() {
        file("2018-Q1", "ACTUAL", "412");
        file("2018-Q1", "PLAN", "400");
        Answer section = scanned(plan("Quý I/2018 doanh thu dịch vụ nội dung đạt 412 triệu đồng.")
                .with("planFor", "2018-Q2"));
        assertThat(section.text("/claims/0/period")).isEqualTo("2018-Q1");
        assertThat(found()).isEmpty();
    }

    @Test
    void aPlanForNoPeriodIsHeldAgainstNoFiguresButItsDocumentsAre() {
        file("2018-Q1", "ACTUAL", "412");
        Answer section = scanned(plan("Doanh thu dịch vụ nội dung đạt 500 triệu đồng theo Quyết định số 9/QĐ-UBNDD."));
        assertThat(section.at("/claims")).hasSize(2);
        assertThat(found()).containsExactly("WARNING symbol-unknown UBND");
        api.ifMatch(section.text("/etag"))
                .patch("/v1/sections/" + section.text("/id"), """
                        {"kind": "RESULT"}""")
                .is(200);
        assertThat(found()).containsExactly("WARNING claim-differs 412 triệu đồng", "WARNING symbol-unknown UBND");
    }
}
