package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TestServer;

/** C3: instants are UTC with microseconds, and come from one clock. */
class TimeIT {
    @Test
    void instantsComeFromTheClockInMicroseconds() {
        try (var _ = TestServer.shared().clock().set("2018-04-02T01:00:00Z")) {
            Answer created = Api.admin()
                    .post("/v1/organizations", new OrganizationBuilder().json())
                    .is(201);
            assertThat(created.text("/createdAt")).matches("2018-04-02T01:00:\\d\\d\\.\\d{6}Z");
        }
    }

    @Test
    void whatIsReadIsTheInstantThatWasAnsweredOnWriting() {
        Answer created = Api.admin()
                .post("/v1/organizations", new OrganizationBuilder().json())
                .is(201);
        Answer read = Api.admin().get("/v1/organizations/" + created.text("/code"));
        assertThat(read.text()).isEqualTo(created.text());
    }

    @Test
    void theYearTurnsInVietnamSevenHoursBeforeUtc() {
        try (var _ = TestServer.shared().clock().set("2018-12-31T16:59:00Z")) {
            assertThat(Api.admin().get("/v1/periods?type=YEAR").items("code")).containsExactly("2018");
        }
        try (var _ = TestServer.shared().clock().set("2018-12-31T17:00:00Z")) {
            assertThat(Api.admin().get("/v1/periods?type=YEAR").items("code")).containsExactly("2019");
        }
    }
}
