package vn.kybao.imports;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.ImportsApi;
import vn.kybao.api.model.ImportProposal;
import vn.kybao.http.Answers;

@Controller
class ImportController implements ImportsApi {
    private final ImportService service;
    private final Answers answers;

    ImportController(ImportService service, Answers answers) {
        this.service = service;
        this.answers = answers;
    }

    @Override
    public HttpResponse<ImportProposal> createImport(
            CompletedFileUpload file,
            String regime,
            String period,
            String organization,
            @Nullable LocalDate compiledOn,
            @Nullable String sheet) {
        var asked = new ImportService.Asked(regime, period, organization, compiledOn, sheet);
        return answers.list(service.propose(file, asked), null);
    }
}
