package vn.kybao.receipt;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import vn.kybao.api.ReceiptsApi;
import vn.kybao.api.model.ReceiptToVerify;
import vn.kybao.api.model.ReceiptVerification;
import vn.kybao.http.Answers;
import vn.kybao.http.RequestState;

@Controller
class ReceiptController implements ReceiptsApi {
    private static final String JOSE = "application/jose";

    private final ReceiptService service;
    private final Answers answers;

    ReceiptController(ReceiptService service, Answers answers) {
        this.service = service;
        this.answers = answers;
    }

    @Override
    public HttpResponse<FileCustomizableResponseType> getReceipt(String id) {
        return answers.file(service.get(id), JOSE);
    }

    @Override
    public HttpResponse<ReceiptVerification> verifyReceipt(ReceiptToVerify receiptToVerify) {
        return answers.list(
                service.verify(
                        receiptToVerify.getReceipt(), RequestState.current().findings()),
                null);
    }
}
