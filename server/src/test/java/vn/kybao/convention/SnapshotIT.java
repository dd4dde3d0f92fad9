package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.kybao.idempotency.Writes;
import vn.kybao.organization.OrganizationService;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.InspectionBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** What one answer is made of belongs together, whatever others write while it is read. */
class SnapshotIT {
    private final Writes writes = TestServer.shared().bean(Writes.class);
    private final OrganizationService organizations = TestServer.shared().bean(OrganizationService.class);

    @Test
    void aReadSeesOneStateAndTheNextOneTheNew() {
        List<Boolean> seen = writes.read(this::beforeAndAfter);
        assertThat(seen).containsExactly(false, false);
        // The same connection, which has to be as it was.
        assertThat(writes.rehearse(this::beforeAndAfter)).containsExactly(false, true);
        assertThat(writes.read(this::beforeAndAfter)).containsExactly(false, false);
    }

    /** Whether an organization is there before it is made and after it, while one transaction reads. */
    private List<Boolean> beforeAndAfter() {
        String code = Builder.uniqueCode("org");
        Supplier<Boolean> present = () -> organizations.find(code).isPresent();
        List<Boolean> seen = new ArrayList<>();
        seen.add(present.get());
        Api.admin()
                .post("/v1/organizations", new OrganizationBuilder().code(code).json())
                .is(201);
        seen.add(present.get());
        return seen;
    }

    @Test
    void theNumbersOfOneAnswerAgreeWhileOthersWrite() throws Exception {
        TestOrganization department = new OrganizationBuilder().create();
        Api reader = department.with("read");
        AtomicBoolean done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> {
                while (!done.get()) {
                    new InspectionBuilder()
                            .of(department)
                            .with("domain", "Viễn thông")
                            .create();
                }
            });
            try {
                for (int i = 0; i < 150; i++) {
                    Answer answer = reader.get(
                                    "/v1/inspections/statistics?period=2018-Q1&organization=" + department.code())
                            .is(200);
                    assertThat(answer.json().at("/inspections/byDomain/0/count").asText("0"))
                            .isEqualTo(answer.text("/inspections/count/counted"));
                }
            } finally {
                done.set(true);
            }
            writing.get();
        }
    }
}
