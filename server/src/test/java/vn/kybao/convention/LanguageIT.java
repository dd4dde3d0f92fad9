package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Json;

/** C9: messages are Vietnamese, or English where that is preferred; codes never change. */
class LanguageIT {
    private static final String VIETNAMESE = "Không tìm thấy";
    private static final String ENGLISH = "Not found";

    @Test
    void vietnameseIsTheDefault() {
        assertThat(Api.admin().get("/v1/organizations/nobody").text("/title")).isEqualTo(VIETNAMESE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-US", "en-GB,en;q=0.9", "fr, en;q=0.5", "vi;q=0.1, en", "EN"})
    void englishIsAnsweredWhereItIsPreferred(String preferred) {
        assertThat(title(preferred)).isEqualTo(ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vi",
                "vi-VN",
                "fr",
                "*",
                "en;q=0.1, vi",
                "en;q=0",
                "",
                "???",
                "en;q=x",
                "vi-VN,vi;q=0.9,en;q=0.8"
            })
    void vietnameseIsAnsweredOtherwise(String preferred) {
        assertThat(title(preferred)).isEqualTo(VIETNAMESE);
    }

    @ParameterizedTest
    @CsvSource({"/v1/organizations/nobody", "/nowhere", "/v1/organizations?limit=0", "/v1/organizations?lmit=1"})
    void theCodesAreTheSameInBothLanguages(String path) {
        Answer vietnamese = Api.admin().get(path);
        Answer english = Api.admin().english().get(path);
        assertThat(english.problem()).isEqualTo(vietnamese.problem());
        assertThat(english.errorCodes()).isEqualTo(vietnamese.errorCodes());
        assertThat(english.text("/detail")).isNotEqualTo(vietnamese.text("/detail"));
    }

    @Test
    void everyEnumerationHasLabelsInBothLanguages() {
        var enumerations = Api.admin().get("/v1/enumerations").is(200).at("/items");
        assertThat(enumerations).hasSizeGreaterThan(10);
        enumerations.forEach(enumeration -> enumeration.path("values").forEach(value -> {
            assertThat(value.at("/label/vi").asText()).as(value.toString()).isNotBlank();
            assertThat(value.at("/label/en").asText()).as(value.toString()).isNotBlank();
        }));
    }

    @Test
    void findingsAreInTheLanguageToo() {
        String body = "{\"x\": 1}";
        Answer vietnamese = Api.admin().post("/v1/organizations", body).is(400);
        Answer english = Api.admin().english().post("/v1/organizations", body).is(400);
        assertThat(Json.parse(vietnamese.text()).at("/errors/0/message"))
                .isNotEqualTo(Json.parse(english.text()).at("/errors/0/message"));
    }

    private static String title(String preferred) {
        return Api.admin()
                .header("Accept-Language", preferred)
                .get("/v1/organizations/nobody")
                .text("/title");
    }
}
