package vn.kybao.submission;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.SubmissionsApi;
import vn.kybao.api.model.JustificationList;
import vn.kybao.api.model.Reason;
import vn.kybao.api.model.Severity;
import vn.kybao.api.model.Submission;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.api.model.SubmissionFindingPage;
import vn.kybao.api.model.SubmissionPage;
import vn.kybao.api.model.SubmissionStatus;
import vn.kybao.api.model.SubmittedValuePage;
import vn.kybao.api.model.ValidationResult;
import vn.kybao.http.Answers;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Writes;

@Controller
class SubmissionController implements SubmissionsApi {
    private final SubmissionService service;
    private final SubmissionDecisions decisions;
    private final Justifications justifications;
    private final Answers answers;
    private final Writes writes;

    SubmissionController(
            SubmissionService service,
            SubmissionDecisions decisions,
            Justifications justifications,
            Answers answers,
            Writes writes) {
        this.service = service;
        this.decisions = decisions;
        this.justifications = justifications;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<SubmissionPage> listSubmissions(
            @Nullable String organization,
            @Nullable String regime,
            @Nullable String period,
            @Nullable SubmissionStatus status,
            @Nullable String clientReference,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = service.page(
                new SubmissionService.Filter(organization, regime, period, status, clientReference), limit, cursor);
        return answers.list(new SubmissionPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Submission> createSubmission(SubmissionCreate submissionCreate) {
        return writes.perform(findings -> service.create(submissionCreate, findings));
    }

    @Override
    public HttpResponse<ValidationResult> validateSubmission(SubmissionCreate submissionCreate) {
        return answers.list(
                writes.rehearse(() -> service.validate(
                        submissionCreate, RequestState.current().findings())),
                null);
    }

    @Override
    public HttpResponse<Submission> getSubmission(String id) {
        Submission submission = service.get(id);
        return answers.resource(submission, submission.getEtag());
    }

    @Override
    public HttpResponse<SubmittedValuePage> listSubmittedValues(
            String id, @Nullable Integer limit, @Nullable String cursor) {
        var page = service.values(id, limit, cursor);
        return answers.list(
                new SubmittedValuePage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<SubmissionFindingPage> listSubmissionFindings(
            String id,
            @Nullable Severity severity,
            @Nullable String code,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = service.findings(id, severity, code, limit, cursor);
        return answers.list(
                new SubmissionFindingPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Submission> justifySubmission(String id, JustificationList justificationList) {
        return writes.perform(findings -> justifications.justify(id, justificationList, findings));
    }

    @Override
    public HttpResponse<Submission> approveSubmission(String id) {
        return writes.perform(findings -> decisions.approve(id, findings));
    }

    @Override
    public HttpResponse<Submission> returnSubmission(String id, Reason reason) {
        return writes.perform(findings -> decisions.returned(id, reason, findings));
    }

    @Override
    public HttpResponse<Submission> withdrawSubmission(String id, Reason reason) {
        return writes.perform(findings -> decisions.withdraw(id, reason, findings));
    }
}
