package vn.kybao.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.kybao.client.api.ComparisonsApi.APIListComparisonsRequest;
import vn.kybao.client.api.ReceiptsApi.APIGetReceiptRequest;
import vn.kybao.client.api.ReceiptsApi.APIVerifyReceiptRequest;
import vn.kybao.client.api.SubmissionsApi.APICreateSubmissionRequest;
import vn.kybao.client.invoker.ApiException;
import vn.kybao.client.model.Comparison;
import vn.kybao.client.model.ComparisonReason;
import vn.kybao.client.model.Measure;
import vn.kybao.client.model.ReceiptToVerify;
import vn.kybao.client.model.ReceiptVerification;
import vn.kybao.client.model.Submission;
import vn.kybao.client.model.SubmissionCreate;
import vn.kybao.client.model.SubmissionStatus;
import vn.kybao.client.model.SubmissionValue;
import vn.kybao.testing.Builder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.TestServer;

/** The main job through the generated Java client: an operator files, the department reads the annex. */
class JavaClientIT {
    private final Scene scene = Scene.autoApproved();

    private static KybaoClient client(String organization, String... scopes) {
        return new KybaoClient(
                TestServer.shared().address().toString(), TestServer.shared().key(organization, scopes));
    }

    private Submission file(BigDecimal value, String key) {
        SubmissionCreate filing = new SubmissionCreate()
                .regime(scene.regime())
                .period("2018-Q1")
                .organization(scene.operator().code())
                .addValuesItem(new SubmissionValue()
                        .indicator(scene.indicator())
                        .measure(Measure.ESTIMATE)
                        .value(value));
        return client(scene.operator().code(), "submissions:write")
                .submissions()
                .createSubmission(APICreateSubmissionRequest.newBuilder()
                        .submissionCreate(filing)
                        .idempotencyKey(key)
                        .build());
    }

    @Test
    void anOperatorFilesAndTheDepartmentReadsTheAnnex() {
        String key = Builder.uniqueCode("key");
        Submission filed = file(new BigDecimal("412000"), key);
        assertThat(filed.getStatus()).isEqualTo(SubmissionStatus.IN_FORCE);
        assertThat(file(new BigDecimal("412000"), key).getId()).isEqualTo(filed.getId());
        Comparison row = client(scene.department().code(), "read")
                .comparisons()
                .listComparisons(APIListComparisonsRequest.newBuilder()
                        .organization(scene.department().code())
                        .period("2018-Q1")
                        .build())
                .getItems()
                .getFirst();
        assertThat(row.getCurrent().getValue()).isEqualByComparingTo("412000");
        assertThat(row.getCurrent().getParts()).hasSize(1);
        assertThat(row.getVsPlan().getReason()).isEqualTo(ComparisonReason.NO_BASE);
    }

    @Test
    void aReceiptIsDownloadedAsItIsAndIsValid() {
        KybaoClient operator = client(scene.operator().code(), "read");
        Submission filed = file(new BigDecimal("412000"), Builder.uniqueCode("key"));
        byte[] receipt = operator.receipts()
                .getReceipt(APIGetReceiptRequest.newBuilder().id(filed.getId()).build());
        ReceiptVerification found = operator.receipts()
                .verifyReceipt(APIVerifyReceiptRequest.newBuilder()
                        .receiptToVerify(new ReceiptToVerify().receipt(new String(receipt, StandardCharsets.US_ASCII)))
                        .build());
        assertThat(found.getValid()).isTrue();
        assertThat(found.getClaims().getSubmission()).isEqualTo(filed.getId());
        assertThat(found.getReason()).isNull();
    }

    @Test
    void aRefusalCarriesItsProblem() {
        assertThatThrownBy(() -> file(new BigDecimal("1.5"), Builder.uniqueCode("key")))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(422);
                    assertThat(refused.getResponseBody()).contains("count-integral");
                });
    }
}
