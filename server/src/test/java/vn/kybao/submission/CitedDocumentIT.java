package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Builder;
import vn.kybao.testing.Collections;
import vn.kybao.testing.DocumentBuilder;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestOrganization;

/** The registered document that a figure was taken from. */
class CitedDocumentIT {
    private static final String UNKNOWN = "01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f";

    private TestOrganization department;
    private TestOrganization operator;
    private String first;
    private String second;
    private String document;

    @BeforeEach
    void make() {
        department = new OrganizationBuilder().create();
        operator = OrganizationBuilder.operator().under(department).create();
        first = new IndicatorBuilder().create();
        second = new IndicatorBuilder().create();
        document = new DocumentBuilder(operator).create();
    }

    @Test
    void itIsKeptWithTheFigure() {
        String regime = regime(true);
        assertThat(file(regime, value(first, document))
                        .is(201)
                        .at("/counts/created")
                        .asInt())
                .isEqualTo(1);
        file(regime, value(first, document)).is(200);
        String other = new DocumentBuilder(operator).create();
        assertThat(file(regime, value(first, other))
                        .is(201)
                        .at("/counts/updated")
                        .asInt())
                .isEqualTo(1);
        file(regime, value(first, other)).is(200);
        assertThat(file(regime, value(first, null))
                        .is(201)
                        .at("/counts/updated")
                        .asInt())
                .isEqualTo(1);
        file(regime, value(first, null)).is(200);
    }

    @Test
    void itIsReadBackWithTheFigureAndWithWhatWasSent() {
        Answer filed = file(regime(true), value(first, document)).is(201);
        assertThat(operator.admin()
                        .get("/v1/submissions/" + filed.text("/id") + "/values")
                        .is(200)
                        .text("/items/0/document"))
                .isEqualTo(document);
        Answer figures = operator.admin()
                .get("/v1/observations?organization=%s&indicator=%s".formatted(operator.code(), first))
                .is(200);
        assertThat(figures.text("/items/0/document")).isEqualTo(document);
        assertThat(operator.admin()
                        .get("/v1/observations/" + figures.text("/items/0/id") + "/history")
                        .is(200)
                        .text("/items/0/document"))
                .isEqualTo(document);
    }

    @Test
    void itIsCarriedOnWithWhatWaits() {
        String regime = regime(false);
        file(regime, value(first, document)).is(201);
        file(regime, value(second, null)).is(201);
        file(regime, value(first, document)).is(200);
        file(regime, value(first, null)).is(201);
    }

    @Test
    void itComesBackWithTheFigureThatIsRestored() {
        String regime = regime(true);
        file(regime, value(first, document)).is(201);
        Answer later = file(regime, value(first, null)).is(201);
        operator.admin()
                .ifMatch(later.text("/etag"))
                .post("/v1/submissions/" + later.text("/id") + "/withdraw", """
                        {"reason": "Sai số liệu"}""")
                .is(200);
        file(regime, value(first, document)).is(200);
    }

    @Test
    void eachOneThatIsUnknownOrNotOpenIsNamed() {
        String foreign = new DocumentBuilder(new OrganizationBuilder().create()).create();
        String above = new DocumentBuilder(department).create();
        Answer refused = new SubmissionBuilder(regime(true), operator)
                .valueJson(value(first, document))
                .valueJson(value(second, foreign))
                .valueJson(value(new IndicatorBuilder().create(), UNKNOWN))
                .valueJson(value(new IndicatorBuilder().create(), above))
                .file(operator.admin())
                .is(422);
        assertThat(refused.pointers())
                .contains("/values/1/document", "/values/2/document", "/values/3/document")
                .doesNotContain("/values/0/document");
        assertThat(refused.at("/errors/0/index").asInt()).isEqualTo(1);
        assertThat(refused.text("/errors/0/code")).isEqualTo("unknown-reference");
        assertThat(refused.text("/errors/0/actual")).isEqualTo(foreign);
    }

    @Test
    void whoFilesForAnotherCitesWhatItCanRead() {
        String above = new DocumentBuilder(department).create();
        new SubmissionBuilder(regime(true), operator)
                .valueJson(value(first, above))
                .file(department.admin())
                .is(201);
    }

    private String regime(boolean autoApprove) {
        RegimeBuilder regime =
                new RegimeBuilder().owner(department).expects(first, "QUARTER").expects(second, "QUARTER");
        String code = (autoApprove ? regime.autoApprove() : regime).create();
        Collections.open(code, "2018-Q1");
        return code;
    }

    private static String value(String indicator, String document) {
        return """
                {"itemRef": "%s", "indicator": "%s", "measure": "ESTIMATE", "value": "1", "document": %s}""".formatted(Builder.uniqueCode("row"), indicator, document == null ? null : '"' + document + '"');
    }

    private Answer file(String regime, String value) {
        return new SubmissionBuilder(regime, operator).valueJson(value).file(operator.admin());
    }
}
