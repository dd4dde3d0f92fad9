package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.CredentialBuilder;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;

/** C4: catalogue ids are codes chosen by their creator. */
class CodeIT {
    @Test
    void aTakenCodeOfAnOrganizationIsAConflict() {
        OrganizationBuilder organization = new OrganizationBuilder();
        organization.create();
        taken("/v1/organizations", organization.json());
    }

    @Test
    void aTakenCodeOfAnIndicatorIsAConflict() {
        IndicatorBuilder indicator = new IndicatorBuilder();
        indicator.create();
        taken("/v1/indicators", indicator.json());
    }

    @Test
    void aTakenCodeOfARegimeIsAConflict() {
        RegimeBuilder regime = new RegimeBuilder();
        regime.create();
        taken("/v1/regimes", regime.json());
    }

    @Test
    void aTakenCodeOfAPeriodIsAConflict() {
        String period = """
                {"code": "%s", "startDate": "2018-02-10", "endDate": "2018-02-20"}""".formatted(Builder.uniqueCode("adhoc-tet"));
        Api.admin().post("/v1/periods", period).is(201);
        taken("/v1/periods", period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-ab", "Ab", "a_b", "sở", "a b", "a.b", ""})
    void aCodeOfAnotherFormIsRefused(String code) {
        Answer answer = Api.admin()
                .post("/v1/organizations", new OrganizationBuilder().code(code).json())
                .is(400);
        assertThat(answer.pointers()).containsOnly("/code");
        assertThat(answer.errorCodes()).contains("wrong-pattern");
    }

    @Test
    void whatWasCreatedIsWhereLocationSays() {
        OrganizationBuilder organization = new OrganizationBuilder();
        Answer created =
                Api.admin().post("/v1/organizations", organization.json()).is(201);
        String location = created.header("Location").orElseThrow();
        Answer read =
                Api.admin().get(location.substring(location.indexOf("/v1/"))).is(200);
        assertThat(read.text()).isEqualTo(created.text());
        assertThat(read.etag()).isEqualTo(created.etag());
    }

    @Test
    void theServerMakesTheIdsOfCredentials() {
        assertThat(new CredentialBuilder().create().text("/id")).matches("kb_[a-z0-9]{16}");
    }

    private static void taken(String path, String body) {
        Answer answer = Api.admin().post(path, body).is(409);
        assertThat(answer.problem()).isEqualTo("code-taken");
        assertThat(answer.errorCodes()).containsExactly("code-taken");
        assertThat(answer.pointers()).containsExactly("/code");
    }
}
