package vn.kybao.testing;

/** What an external register keeps of a task: assigned on the first of February 2018, under an id of its own. */
public final class RegistrationBuilder extends Builder<RegistrationBuilder> {
    private final String externalId = uniqueCode("NV");
    private String register = "ioffice";

    public RegistrationBuilder(TestOrganization organization) {
        super("""
                {"title": "Rà soát hạ tầng cáp ngoại vi", "status": "IN_PROGRESS", "assignedOn": "2018-02-01",
                 "dueOn": "2018-03-31"}""");
        with("organization", organization.code());
    }

    public RegistrationBuilder register(String code) {
        register = code;
        return this;
    }

    public RegistrationBuilder status(String status) {
        return with("status", status);
    }

    public RegistrationBuilder completedOn(String day) {
        return status("COMPLETED").with("completedOn", day);
    }

    public String externalId() {
        return externalId;
    }

    public Answer put(Api caller) {
        return caller.put("/v1/tasks/external/" + register + "/" + externalId, json());
    }

    /** Sends it and returns the path of the task. */
    public String create() {
        return "/v1/tasks/" + put(Api.admin()).is(201).text("/id");
    }

    @Override
    RegistrationBuilder self() {
        return this;
    }
}
