package vn.kybao.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.Map;

/** A task assigned on the first of February 2018 and due at the end of March. */
public final class TaskBuilder extends Builder<TaskBuilder> {
    public TaskBuilder(TestOrganization organization) {
        super("""
                {"title": "Trình dự thảo kế hoạch chuyển đổi số", "assignedOn": "2018-02-01", "dueOn": "2018-03-31"}""");
        with("organization", organization.code());
    }

    /** Without any deadline. */
    public TaskBuilder endless() {
        return without("dueOn");
    }

    public TaskBuilder title(String title) {
        return with("title", title);
    }

    public TaskBuilder assignedOn(String day) {
        return with("assignedOn", day);
    }

    public TaskBuilder dueOn(String day) {
        return with("dueOn", day);
    }

    /** Placed by its period alone. */
    public TaskBuilder period(String period) {
        return without("assignedOn").with("period", period);
    }

    public TaskBuilder lead(TestOrganization lead) {
        return with("lead", Map.of("organization", lead.code()));
    }

    public TaskBuilder assigner(TestOrganization assigner) {
        return with("assigner", Map.of("organization", assigner.code()));
    }

    public TaskBuilder partners(TestOrganization... partners) {
        return with(
                "partners",
                Arrays.stream(partners)
                        .map(partner -> Map.of("organization", partner.code()))
                        .toList());
    }

    public Answer post(Api caller) {
        return caller.post("/v1/tasks", json());
    }

    /** Makes it and returns its path. */
    public String create() {
        return "/v1/tasks/" + post(Api.admin()).is(201).text("/id");
    }

    /** A notice's tasks in one body. */
    public static String batch(TaskBuilder... tasks) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(tasks).forEach(task -> all.add(Json.parse(task.json())));
        return Json.object("{}").set("tasks", all).toString();
    }

    @Override
    TaskBuilder self() {
        return this;
    }
}
