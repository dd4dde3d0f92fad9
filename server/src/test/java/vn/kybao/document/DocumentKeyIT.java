package vn.kybao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kybao.testing.DocumentBuilder.uniqueNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.DocumentBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TestOrganization;

/** When a document is registered before, and when it is another one. */
class DocumentKeyIT {
    private TestOrganization department;
    private Api api;

    @BeforeEach
    void make() {
        department = new OrganizationBuilder().create();
        api = department.admin();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            23/BC-STTTT                             | Số: 23 /BC–STTTT
            9/CT-TTg                                | 09/CT-TTG
            2926/UBND-TH₁                           | công văn 2926/UBND-TH1
            5/QĐ-UBND ngày 5/6/2018 của UBND tỉnh   | Quyết định số 05/QĐ-UBND ngày 05 tháng 6 năm 2018 của Uỷ ban nhân dân tỉnh
            5/NQ-HĐND của HĐND tỉnh Hà Tĩnh         | 5/NQ-HĐND của Hội đồng nhân dân tỉnh Hà Tĩnh
            9/CT-TTg ngày 23/02/2024                | Chỉ thị 09/CT-TTg ngày 23/2/2024 của Thủ tướng Chính phủ
            """)
    void oneDocumentIsWrittenInManyWays(String one, String other) {
        Answer first = register(one, null, null).is(201);
        Answer second = register(other, null, null).is(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEmpty();
    }

    @ParameterizedTest(name = "{0} ≠ {1}")
    @CsvSource(delimiter = '|', textBlock = """
            23/BC-STTTT                             | 24/BC-STTTT
            23/BC-STTTT                             | 23/KH-STTTT
            23/BC-STTTT                             | 23/BC-SKHCN
            05-NQ/TU                                | 05/NQ-TU
            5/2018/QĐ-UBND                          | 5/2019/QĐ-UBND
            5/UBND-TH1                              | 5/UBND-TH2
            5/QĐ-UBND của UBND tỉnh                 | 5/QĐ-UBND của UBND huyện
            5/QĐ-UBND của UBND tỉnh                 | 5/QĐ-UBND
            5/QĐ-UBND ngày 5/6/2018                 | 5/QĐ-UBND ngày 6/6/2018
            """)
    void anotherNumberIssuerOrDayIsAnotherDocument(String one, String other) {
        assertThat(register(other, null, null).is(201).text("/id"))
                .isNotEqualTo(register(one, null, null).is(201).text("/id"));
    }

    @Test
    void anUndatedOneIsTheOnlyDatedOne() {
        String number = uniqueNumber("QĐ-UBND");
        String dated = register(number, "UBND tỉnh", "2018-03-15").is(201).text("/id");
        assertThat(register(number, "UBND tỉnh", null).is(200).text("/id")).isEqualTo(dated);
        assertThat(register(number, "UBND huyện", null).is(201).text("/id")).isNotEqualTo(dated);
    }

    @Test
    void anUndatedOneIsNoneOfSeveralDatedOnes() {
        String number = uniqueNumber("QĐ-UBND");
        String first = register(number, "UBND tỉnh", "2018-03-15").is(201).text("/id");
        String second = register(number, "UBND tỉnh", "2019-03-15").is(201).text("/id");
        String undated = register(number, "UBND tỉnh", null).is(201).text("/id");
        assertThat(undated).isNotIn(first, second);
        assertThat(register(number, "UBND tỉnh", null).is(200).text("/id")).isEqualTo(undated);
        assertThat(register(number, "UBND tỉnh", "2019-03-15").is(200).text("/id"))
                .isEqualTo(second);
    }

    @Test
    void anUndatedOneStaysItself() {
        String number = uniqueNumber("QĐ-UBND");
        String undated = register(number, "UBND tỉnh", null).is(201).text("/id");
        assertThat(register(number, "UBND tỉnh", "2018-03-15").is(201).text("/id"))
                .isNotEqualTo(undated);
        assertThat(register(number, "UBND tỉnh", null).is(200).text("/id")).isEqualTo(undated);
    }

    @Test
    void anOrganizationIsTheSameIssuerWhateverItIsCalled() {
        String number = uniqueNumber("BC-STTTT");
        String body = """
                {"organization": "%s", "raw": "%s", "issuer": {"organization": "%s", "text": "%s"}}""";
        String id = api.post("/v1/documents", body.formatted(department.code(), number, department.code(), "Sở"))
                .is(201)
                .text("/id");
        assertThat(api.post("/v1/documents", body.formatted(department.code(), number, department.code(), "Sở TT&TT"))
                        .is(200)
                        .text("/id"))
                .isEqualTo(id);
    }

    @Test
    void ofManyThatRegisterAtOnceOneMakesIt() throws Exception {
        String number = uniqueNumber("QĐ-UBND");
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(() -> register(number, "UBND tỉnh", "2018-03-15"));
        }
        List<Answer> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(12)) {
            for (Future<Answer> future : pool.invokeAll(calls)) {
                answers.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .extracting(answer -> answer.text("/id"))
                .containsOnly(answers.getFirst().text("/id"));
    }

    @Test
    void aDocumentCannotBecomeAnotherOne() {
        String number = uniqueNumber("QĐ-UBND");
        String other = register(number, "UBND tỉnh", "2018-03-15").is(201).text("/id");
        Answer made = register(number, "UBND tỉnh", "2019-03-15").is(201);
        Answer refused = patch(made, """
                {"issuedOn": "2018-03-15", "issuer": {"text": "Uỷ ban nhân dân tỉnh"}}""").is(409);
        assertThat(refused.problem()).isEqualTo("document-exists");
        assertThat(refused.text("/link")).isEqualTo("/v1/documents/" + other);
        assertThat(refused.text("/detail")).contains(number);
        // The refused one has changed nothing, and a change that keeps the key is none of another's business.
        patch(made, """
                {"issuer": {"text": "Uỷ ban nhân dân tỉnh"}, "title": "Khác"}""").is(200);
    }

    private Answer register(String raw, String issuer, String day) {
        DocumentBuilder document = new DocumentBuilder(department).raw(raw);
        if (issuer != null) {
            document.issuer(issuer);
        }
        if (day != null) {
            document.issuedOn(day);
        }
        return document.register(api);
    }

    private Answer patch(Answer before, String body) {
        return api.ifMatch(before.text("/etag")).patch("/v1/documents/" + before.text("/id"), body);
    }
}
