package vn.kybao.task;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.TasksApi;
import vn.kybao.api.model.Reason;
import vn.kybao.api.model.Task;
import vn.kybao.api.model.TaskBatch;
import vn.kybao.api.model.TaskCompletion;
import vn.kybao.api.model.TaskCreate;
import vn.kybao.api.model.TaskExtension;
import vn.kybao.api.model.TaskPage;
import vn.kybao.api.model.TaskPatch;
import vn.kybao.api.model.TaskProgressNote;
import vn.kybao.api.model.TaskRegistration;
import vn.kybao.api.model.TaskSort;
import vn.kybao.api.model.TaskStatistics;
import vn.kybao.api.model.TaskStatus;
import vn.kybao.api.model.Timeliness;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class TaskController implements TasksApi {
    private final TaskService service;
    private final TaskActions actions;
    private final TaskRegister registers;
    private final StatisticsView statistics;
    private final Answers answers;
    private final Writes writes;

    TaskController(
            TaskService service,
            TaskActions actions,
            TaskRegister registers,
            StatisticsView statistics,
            Answers answers,
            Writes writes) {
        this.service = service;
        this.actions = actions;
        this.registers = registers;
        this.statistics = statistics;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<TaskPage> listTasks(
            @Nullable String q,
            @Nullable String organization,
            @Nullable String period,
            @Nullable String regime,
            @Nullable String lead,
            @Nullable String leadText,
            @Nullable String assigner,
            @Nullable String assignerText,
            @Nullable String register,
            @Nullable TaskStatus status,
            @Nullable Timeliness timeliness,
            @Nullable LocalDate overdueOn,
            @Nullable LocalDate asOf,
            @Nullable TaskSort sort,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var filter = new TaskService.Filter(
                q,
                organization,
                period,
                regime,
                lead,
                leadText,
                assigner,
                assignerText,
                register,
                status,
                timeliness,
                overdueOn,
                asOf,
                sort);
        var page = writes.read(() -> service.page(filter, limit, cursor));
        return answers.list(new TaskPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Task> createTask(TaskCreate taskCreate) {
        return writes.perform(findings -> service.create(taskCreate, findings));
    }

    @Override
    public HttpResponse<TaskPage> createTasks(TaskBatch taskBatch) {
        return writes.perform(findings -> service.createAll(taskBatch, findings));
    }

    @Override
    public HttpResponse<TaskStatistics> getTaskStatistics(
            String organization,
            String period,
            @Nullable String regime,
            @Nullable String register,
            @Nullable LocalDate asOf) {
        return answers.list(writes.read(() -> statistics.of(organization, period, regime, register, asOf)), null);
    }

    @Override
    public HttpResponse<Task> putExternalTask(String register, String externalId, TaskRegistration taskRegistration) {
        return writes.perform(findings -> registers.put(register, externalId, taskRegistration, findings));
    }

    @Override
    public HttpResponse<Task> getTask(String id, @Nullable LocalDate asOf) {
        Task task = writes.read(() -> service.get(id, asOf));
        return answers.resource(task, task.getEtag());
    }

    @Override
    public HttpResponse<Task> updateTask(String id, TaskPatch taskPatch) {
        return writes.perform(findings -> service.update(id, findings));
    }

    @Override
    public HttpResponse<Void> deleteTask(String id) {
        return writes.perform(findings -> service.delete(id, findings));
    }

    @Override
    public HttpResponse<Task> addTaskProgress(String id, TaskProgressNote taskProgressNote) {
        return writes.perform(findings -> actions.progress(id, taskProgressNote, findings));
    }

    @Override
    public HttpResponse<Task> completeTask(String id, TaskCompletion taskCompletion) {
        return writes.perform(findings -> actions.complete(id, taskCompletion, findings));
    }

    @Override
    public HttpResponse<Task> extendTask(String id, TaskExtension taskExtension) {
        return writes.perform(findings -> actions.extend(id, taskExtension, findings));
    }

    @Override
    public HttpResponse<Task> cancelTask(String id, Reason reason) {
        return writes.perform(findings -> actions.cancel(id, reason, findings));
    }

    @Override
    public HttpResponse<Task> reopenTask(String id, Reason reason) {
        return writes.perform(findings -> actions.reopen(id, reason, findings));
    }
}
