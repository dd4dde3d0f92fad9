package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.IndicatorBuilder;

/** C2: decimals are strings, exact, and have one form in answers. */
class DecimalIT {
    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5",
        "1.50, 1.5",
        "0.1, 0.1",
        "-0.0, 0",
        "1e3, 1000",
        "12345678901234.5678, 12345678901234.5678",
        "100, 100",
        "123456789012345678901234567890.12345, 123456789012345678901234567890.12345"
    })
    void aNumberIsRefusedWithTheExactStringToSend(String number, String expected) {
        Answer answer = create("minimum", number).is(400);
        assertThat(answer.errorCodes()).containsExactly("decimal-as-string");
        assertThat(answer.pointers()).containsExactly("/minimum");
        assertThat(answer.text("/errors/0/expected")).isEqualTo('"' + expected + '"');
        assertThat(answer.text("/errors/0/message")).contains('"' + expected + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "-0.0", "-0.0000"})
    void negativeZeroIsRefused(String decimal) {
        Answer answer = create("minimum", '"' + decimal + '"').is(400);
        assertThat(answer.errorCodes()).containsExactly("wrong-format");
        assertThat(answer.pointers()).containsExactly("/minimum");
        assertThat(answer.text("/errors/0/expected")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "1.", ".5", "01", "+1", "1e3", "1.23456", "1234567890123456", "", " 1", "١"})
    void anotherNotationIsRefused(String decimal) {
        assertThat(create("minimum", '"' + decimal + '"').is(400).errorCodes()).contains("wrong-pattern");
    }

    @ParameterizedTest
    @CsvSource({
        "7.0, 7",
        "86.930, 86.93",
        "0.0000, 0",
        "-1.50, -1.5",
        "100, 100",
        "999999999999999.9999, 999999999999999.9999"
    })
    void trailingZerosAreDroppedInAnswers(String sent, String answered) {
        Answer created = create("minimum", '"' + sent + '"').is(201);
        assertThat(created.text("/minimum")).isEqualTo(answered);
        assertThat(Api.admin().get("/v1/indicators/" + created.text("/code")).text("/minimum"))
                .isEqualTo(answered);
    }

    @Test
    void aPatchTakesDecimalsInTheSameForm() {
        String path = "/v1/indicators/" + new IndicatorBuilder().create();
        Answer answer = Api.admin().ifMatch("1").patch(path, """
                {"maximum": 2.50}""").is(400);
        assertThat(answer.text("/errors/0/expected")).isEqualTo("\"2.5\"");
        assertThat(Api.admin().ifMatch("1").patch(path, """
                {"maximum": "2.50"}""").is(200).text("/maximum"))
                .isEqualTo("2.5");
    }

    private static Answer create(String field, String json) {
        String body = new IndicatorBuilder().with("valueType", "QUANTITY").json();
        // Written into the text, so that the number keeps its notation.
        return Api.admin().post("/v1/indicators", body.replaceFirst("\\{", "{\"" + field + "\": " + json + ","));
    }
}
