package vn.kybao.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestOrganization;

/** Operators' figures become the department's. */
class OperatorsIT {
    private final TestOrganization province =
            new OrganizationBuilder().kind("PROVINCE").create();
    private final TestOrganization department =
            new OrganizationBuilder().under(province).create();
    private final List<TestOrganization> operators = Stream.generate(
                    () -> OrganizationBuilder.operator().under(province).create())
            .limit(3)
            .toList();
    private final String indicator = new IndicatorBuilder().create();
    private final String regime = new RegimeBuilder()
            .owner(province)
            .receiver(department)
            .expects(indicator, "QUARTER", "YEAR")
            .autoApprove()
            .create();

    @BeforeEach
    void open() {
        Collections.open(regime, "2018-Q1");
    }

    private void file(int operator, String measure, String value) {
        TestOrganization organization = operators.get(operator);
        new SubmissionBuilder(regime, organization)
                .value(indicator, measure, value)
                .file(organization.with("submissions:write"))
                .is(201);
    }

    private Answer annex(String period) {
        return department
                .with("read")
                .get("/v1/comparisons?organization=" + department.code() + "&period=" + period)
                .is(200);
    }

    @Test
    void theDepartmentGetsTheSumWithItsParts() {
        file(0, "ESTIMATE", "412000");
        file(1, "ESTIMATE", "200000");
        file(2, "PRELIMINARY", "88000");
        JsonNode cell = annex("2018-Q1").at("/items/0/current");
        assertThat(cell.path("value").asText()).isEqualTo("700000");
        assertThat(cell.path("source").asText()).isEqualTo("DERIVED");
        assertThat(cell.path("derivation").asText()).isEqualTo("REPORTERS");
        assertThat(cell.path("measure").asText()).as("the weakest of the parts").isEqualTo("ESTIMATE");
        assertThat(cell.path("parts").findValuesAsText("value")).containsExactlyInAnyOrder("412000", "200000", "88000");
    }

    @Test
    void withOneMissingTheSumIsNullAndNamesIt() {
        file(0, "ESTIMATE", "412000");
        file(2, "ESTIMATE", "88000");
        JsonNode row = annex("2018-Q1").at("/items/0");
        assertThat(row.at("/current/value").isNull()).isTrue();
        assertThat(row.at("/current/missing").findValuesAsText("organization"))
                .containsExactly(operators.get(1).code());
        assertThat(row.at("/vsPlan/reason").asText()).isEqualTo("no-figure");
    }

    @Test
    void whoHasNoneOrToWhomItDoesNotApplyCountsAsFiledAndAddsNothing() {
        file(0, "ESTIMATE", "5");
        for (int i = 1; i < 3; i++) {
            new SubmissionBuilder(regime, operators.get(i))
                    .valueJson("""
                            {"indicator": "%s", "measure": "ESTIMATE", "state": "%s", "value": %s}""".formatted(
                                    indicator, i == 1 ? "NONE_DECLARED" : "NOT_APPLICABLE", i == 1 ? "\"0\"" : "null"))
                    .file(operators.get(i).with("submissions:write"))
                    .is(201);
        }
        assertThat(annex("2018-Q1").text("/items/0/current/value")).isEqualTo("5");
    }

    @Test
    void aFigureOfTheDepartmentsOwnThatDiffersIsAFinding() {
        file(0, "ESTIMATE", "1");
        file(1, "ESTIMATE", "2");
        file(2, "ESTIMATE", "3");
        String own = new RegimeBuilder()
                .owner(province)
                .receiver(province)
                .reporters(department.code())
                .expects(indicator, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(own, "2018-Q1");
        Api staff = department.with("read", "submissions:write");
        new SubmissionBuilder(own, department)
                .value(indicator, "ESTIMATE", "7")
                .file(staff)
                .is(201);
        Answer annex = annex("2018-Q1");
        assertThat(annex.text("/items/0/current/value")).isEqualTo("7");
        assertThat(annex.text("/items/0/findings/0/code")).isEqualTo("parts-equal-total");
        assertThat(annex.text("/items/0/findings/0/severity")).isEqualTo("ERROR");
        assertThat(annex.text("/items/0/findings/0/message")).contains("7").contains("6");
        assertThat(annex.at("/items/0/findings/0/evidence")).hasSize(4);
        Answer figures = staff.get("/v1/observations?organization=" + department.code() + "&period=2018-Q1");
        assertThat(figures.text("/items/0/findings/0/code")).isEqualTo("parts-equal-total");
    }

    @Test
    void theYearRollsUpFromItsQuarters() {
        file(0, "ESTIMATE", "1");
        file(1, "ESTIMATE", "2");
        file(2, "ESTIMATE", "3");
        Collections.open(regime, "2018-Q4");
        for (TestOrganization operator : operators) {
            new SubmissionBuilder(regime, operator)
                    .period("2018-Q4")
                    .with("compiledOn", "2019-01-05")
                    .value(indicator, "ACTUAL", "10")
                    .file(operator.with("submissions:write"))
                    .is(201);
        }
        // A stock: the year is what stood at its end.
        JsonNode cell = annex("2018").at("/items/0/current");
        assertThat(cell.path("value").asText()).isEqualTo("30");
        assertThat(cell.path("measure").asText()).isEqualTo("ACTUAL");
    }

    @Test
    void anOperatorSeesNeitherTheSumNorTheOthers() {
        file(0, "ESTIMATE", "1");
        Api operator = operators.get(1).with("read");
        operator.get("/v1/comparisons?organization=" + department.code() + "&period=2018-Q1")
                .is(404);
        assertThat(operator.get("/v1/observations?organization="
                                + operators.get(0).code())
                        .is(200)
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void theReceiverReadsOneOperatorsAnnex() {
        file(0, "ESTIMATE", "1");
        Answer annex = department
                .with("read")
                .get("/v1/comparisons?organization=" + operators.get(0).code() + "&period=2018-Q1")
                .is(200);
        assertThat(annex.text("/items/0/current/value")).isEqualTo("1");
    }

    @Test
    void aReceiverReadsNothingThatIsFiledToAnother() {
        file(0, "ESTIMATE", "1");
        TestOrganization other = new OrganizationBuilder().under(province).create();
        String second = new RegimeBuilder()
                .owner(province)
                .receiver(other)
                .reporters(operators.get(0).code())
                .expects(new IndicatorBuilder().create(), "QUARTER")
                .autoApprove()
                .create();
        Collections.open(second, "2018-Q1");
        Api stranger = other.with("read");
        String annex = "/v1/comparisons?period=2018-Q1&organization="
                + operators.get(0).code();
        stranger.get(annex + "&regime=" + regime).is(404);
        stranger.get(annex + "&regime=" + second).is(200);
    }

    @Test
    void aReceiverDoesNotLeaveItsOwnersSubtree() {
        TestOrganization elsewhere = new OrganizationBuilder().kind("PROVINCE").create();
        Answer refused = Api.admin()
                .ifMatch("1")
                .patch("/v1/organizations/" + department.code(), """
                        {"parent": "%s"}""".formatted(elsewhere.code()))
                .is(422);
        assertThat(refused.errorCodes()).containsExactly("receiver-leaves");
    }

    @Test
    void whichRegimeIsAskedWhenSeveralCoverThePeriod() {
        String second = new RegimeBuilder()
                .owner(province)
                .receiver(department)
                .expects(indicator, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(second, "2018-Q1");
        Answer refused = department
                .with("read")
                .get("/v1/comparisons?organization=" + department.code() + "&period=2018-Q1")
                .is(400);
        assertThat(refused.problem()).isEqualTo("regime-required");
        assertThat(annex("2018-Q1&regime=" + second).at("/items")).hasSize(1);
    }
}
