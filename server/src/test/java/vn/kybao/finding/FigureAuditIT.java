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
import vn.kybao.testing.Scene;
import vn.kybao.testing.SectionBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestOrganization;

/** What the audit says of figures, and to whom. */
class FigureAuditIT {
    private final TestOrganization department = new OrganizationBuilder().create();
    private final TestOrganization operator =
            OrganizationBuilder.operator().under(department).create();
    private final String revenue = IndicatorBuilder.revenue().create();

    private static String path(TestOrganization organization, String period) {
        return "/v1/findings?organization=%s&period=%s".formatted(organization.code(), period);
    }

    private static List<String> found(Answer audit) {
        List<String> found = new ArrayList<>();
        for (JsonNode item : audit.is(200).at("/items")) {
            found.add(item.path("severity").asText() + " " + item.path("code").asText());
        }
        return found;
    }

    private String regime(String indicator, String expectations) {
        return new RegimeBuilder()
                .owner(department)
                .expectsJson(indicator, expectations)
                .autoApprove()
                .create();
    }

    private static String expects(boolean required) {
        return "[{\"periodType\": \"QUARTER\", \"measures\": [\"ACTUAL\", \"ESTIMATE\"], \"required\": %s}]"
                .formatted(required);
    }

    private void file(String regime, String period, String indicator, String value) {
        new SubmissionBuilder(regime, operator)
                .period(period)
                .value(indicator, "ESTIMATE", value)
                .file(operator.admin())
                .is(201);
    }

    @Test
    void whatIsRequiredAndNotThereIsNamedUntilItIsFiled() {
        String regime = regime(revenue, expects(true));
        Collections.open(regime, "2018-Q1");
        Answer audit = operator.admin().get(path(operator, "2018-Q1"));
        assertThat(found(audit)).containsExactly("WARNING required-missing");
        assertThat(audit.text("/items/0/evidence/0")).isEqualTo("/v1/indicators/" + revenue);
        assertThat(audit.at("/totals/0/count").asInt()).isEqualTo(1);
        assertThat(audit.at("/totalFindings").asInt()).isEqualTo(1);
        assertThat(audit.text("/regimes/0")).isEqualTo(regime);
        file(regime, "2018-Q1", revenue, "5");
        assertThat(found(operator.admin().get(path(operator, "2018-Q1")))).isEmpty();
    }

    @Test
    void aStatedRatioWithoutItsInputsIsARemarkWithItsFigure() {
        String counted = new IndicatorBuilder().create();
        String people = new IndicatorBuilder().create();
        String per100 = new IndicatorBuilder()
                .with("valueType", "RATIO")
                .with("kind", "RATIO")
                .with("decimals", 2)
                .with("timeAggregation", "NONE")
                .with("organizationAggregation", "NONE")
                .formula("100 * {%s} / {%s}".formatted(counted, people))
                .create();
        String regime = regime(per100, expects(false));
        Collections.open(regime, "2018-Q1");
        file(regime, "2018-Q1", per100, "95.93");
        Answer audit = operator.admin().get(path(operator, "2018-Q1"));
        assertThat(found(audit)).containsExactly("INFO inputs-missing");
        assertThat(audit.at("/items/0/evidence").toString())
                .contains("/v1/observations/", "/v1/indicators/" + counted, "/v1/indicators/" + people);
    }

    /** A jump that was explained when it was filed is not asked about again; one that nobody explained is. */
    @Test
    void whatWasAnsweredWhenItWasFiledIsNotToldAgain() {
        String regime = regime(revenue, expects(false));
        Collections.open(regime, "2017-Q4");
        Collections.open(regime, "2018-Q1");
        file(regime, "2017-Q4", revenue, "610");
        new SubmissionBuilder(regime, operator)
                .value(revenue, "ESTIMATE", "650000")
                .withJson("justifications", """
                        [{"code": "magnitude-jump", "text": "Gộp thêm doanh nghiệp"}]""")
                .file(operator.admin())
                .is(201);
        assertThat(found(operator.admin().get(path(operator, "2018-Q1")))).isEmpty();

        String other = IndicatorBuilder.revenue().create();
        String another = regime(other, expects(false));
        Collections.open(another, "2017-Q4");
        Collections.open(another, "2018-Q1");
        file(another, "2018-Q1", other, "650000");
        file(another, "2017-Q4", other, "610");
        Answer audit = operator.admin().english().get(path(operator, "2018-Q1") + "&regime=" + another);
        assertThat(found(audit)).containsExactly("WARNING magnitude-jump");
        assertThat(audit.text("/items/0/message")).contains("650,000").contains("610");
        assertThat(audit.at("/items/0/needsJustification").asBoolean()).isFalse();
    }

    @Test
    void aReceiverReadsOfTheRegimesItReceivesOnly() {
        TestOrganization other = new OrganizationBuilder().create();
        String theirs = regime(revenue, expects(true));
        Collections.open(theirs, "2018-Q1");
        String secret = IndicatorBuilder.revenue().create();
        String elsewhere = new RegimeBuilder()
                .owner(TestOrganization.root())
                .receiver(other)
                .reporters(operator.code())
                .expectsJson(secret, expects(true))
                .create();
        Collections.open(elsewhere, "2018-Q1");
        Answer mine = operator.admin().get(path(operator, "2018-Q1"));
        assertThat(found(mine)).containsExactly("WARNING required-missing", "WARNING required-missing");
        Answer received = other.admin().get(path(operator, "2018-Q1"));
        assertThat(found(received)).containsExactly("WARNING required-missing");
        assertThat(received.text("/items/0/evidence/0")).isEqualTo("/v1/indicators/" + secret);
        other.admin().get(path(operator, "2018-Q1") + "&regime=" + theirs).is(404);
        assertThat(found(operator.admin().get(path(operator, "2018-Q1") + "&regime=" + theirs)))
                .hasSize(1);
    }

    /** The department writes its own report on what it received. */
    @Test
    void aReceiverAuditsTheReportThatItWrites() {
        String regime = regime(revenue, expects(true));
        Collections.open(regime, "2018-Q1");
        Answer section = new SectionBuilder(regime, department)
                .body("Doanh thu: {{%s}}".formatted(revenue))
                .post(department.admin())
                .is(201);
        for (String query : List.of("", "&regime=" + regime)) {
            Answer audit = department.admin().get(path(department, "2018-Q1") + query);
            assertThat(found(audit)).containsExactly("WARNING figure-missing");
            assertThat(audit.text("/items/0/evidence/0")).isEqualTo("/v1/sections/" + section.text("/id"));
            assertThat(audit.text("/regimes/0")).isEqualTo(regime);
        }
        file(regime, "2018-Q1", revenue, "5");
        assertThat(found(department.admin().get(path(department, "2018-Q1")))).isEmpty();
        operator.admin().get(path(department, "2018-Q1")).is(404);
    }

    @Test
    void whatIsNotThereOrNotOpenIsNotFound() {
        Scene scene = Scene.create();
        Api stranger = new OrganizationBuilder().create().admin();
        stranger.get(path(scene.operator(), "2018-Q1")).is(404);
        stranger.get("/v1/findings?organization=no-such-organization&period=2018-Q1")
                .is(404);
        Api admin = scene.operator().admin();
        admin.get(path(scene.operator(), "adhoc-not-there")).is(404);
        admin.get(path(scene.operator(), "2018-Q1") + "&regime=no-such-regime").is(404);
        assertThat(found(admin.get(path(scene.operator(), "2019-Q1")))).isEmpty();
        admin.get("/v1/findings?period=2018-Q1").is(400);
    }
}
