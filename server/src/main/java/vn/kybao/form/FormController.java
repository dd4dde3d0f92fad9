package vn.kybao.form;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.FormsApi;
import vn.kybao.api.model.Form;
import vn.kybao.api.model.FormFormat;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class FormController implements FormsApi {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final FormService service;
    private final Answers answers;
    private final Writes writes;

    FormController(FormService service, Answers answers, Writes writes) {
        this.service = service;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<Form> getForm(String code, String organization, String period) {
        return answers.list(writes.read(() -> service.form(code, organization, period)), null);
    }

    @Override
    public HttpResponse<FileCustomizableResponseType> getFormFile(
            String code, String organization, String period, @Nullable FormFormat format) {
        byte[] workbook = writes.read(() -> service.workbook(code, organization, period));
        return answers.file(workbook, XLSX, code + "." + period + "." + organization + ".xlsx");
    }
}
