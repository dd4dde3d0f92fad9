package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.RuleBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestOrganization;

/** Who receives one regime is told nothing of the figures that are filed to somebody else under another. */
class DiscretionIT {
    private final TestOrganization reporter = OrganizationBuilder.operator().create();
    private final TestOrganization receiver = new OrganizationBuilder().create();
    private final TestOrganization other = new OrganizationBuilder().create();
    private final String filed = new IndicatorBuilder().create();
    private final String elsewhere = new IndicatorBuilder().create();
    private final Api operator = reporter.with("read", "submissions:write");

    private String regime(TestOrganization to, String indicator) {
        String regime = new RegimeBuilder()
                .owner(TestOrganization.root())
                .receiver(to)
                .reporters(reporter.code())
                .expects(indicator, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(regime, "2018-Q1");
        return regime;
    }

    private Answer file() {
        new SubmissionBuilder(regime(other, elsewhere), reporter)
                .value(elsewhere, "ESTIMATE", "47118152")
                .file(operator)
                .is(201);
        return new SubmissionBuilder(regime(receiver, filed), reporter)
                .value(filed, "ESTIMATE", "50000000")
                .file(operator)
                .is(201);
    }

    @Test
    void figuresOfAnotherRegimeAreNamedToTheReporterOnly() {
        String rule = new RuleBuilder()
                .expression("{%s} <= {%s}".formatted(filed, elsewhere))
                .with("needsJustification", true)
                .create();
        Answer submission = file();
        assertThat(submission.text("/findings/0/expected")).isEqualTo("47118152");
        String path = "/v1/submissions/" + submission.text("/id");
        Api reviewer = receiver.with("read", "submissions:review");
        for (String look : new String[] {path, path + "/findings", "/v1/submissions?organization=" + reporter.code()}) {
            assertThat(operator.get(look).is(200).text()).contains("47118152").contains("47.118.152");
            assertThat(reviewer.get(look).is(200).text())
                    .doesNotContain("47118152")
                    .doesNotContain("47.118.152")
                    .doesNotContain("/v1/observations/")
                    .contains("\"code\":\"" + rule + '"')
                    .contains("\"pointer\":\"/values/0/value\"")
                    .contains("\"needsJustification\":true");
        }
    }

    @Test
    void whoReceivesBothReadsItAll() {
        new RuleBuilder().expression("{%s} <= {%s}".formatted(filed, elsewhere)).create();
        Answer submission = file();
        Answer seen = TestOrganization.root()
                .with("read")
                .get("/v1/submissions/" + submission.text("/id"))
                .is(200);
        assertThat(seen.text("/findings/0/expected")).isEqualTo("47118152");
    }
}
