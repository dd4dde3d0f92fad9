package vn.kybao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.api.model.ReportingCalendar;
import vn.kybao.inspection.RandomCases.Petition;
import vn.kybao.inspection.RandomCases.When;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TestOrganization;

/** Whatever the rows say, the database counts as one would by hand, and received is what was settled and what is pending. */
class RecountIT {
    private static final int ROWS = 90;

    /** A period seen through a calendar. */
    private record Asked(CalendarPeriod period, LocalDate from, LocalDate to) {
        static Asked of(CalendarPeriod period, ReportingCalendar calendar) {
            CalendarPeriod.Window window = period.window(calendar);
            return new Asked(period, window.start(), window.end());
        }

        boolean holds(When when) {
            return when.day() != null
                    ? !when.day().isBefore(from) && !when.day().isAfter(to)
                    : !when.period().start().isBefore(period.start())
                            && !when.period().end().isAfter(period.end());
        }

        boolean beganAfter(When when) {
            return when.day() != null
                    ? when.day().isBefore(from)
                    : when.period().end().isBefore(period.start());
        }

        boolean settledBefore(Petition petition) {
            if (petition.status().equals("PENDING")) {
                return false;
            }
            return petition.settled() != null
                    ? petition.settled().isBefore(from)
                    : petition.when().period().end().isBefore(period.start());
        }

        boolean settledWithin(Petition petition) {
            if (petition.status().equals("PENDING")) {
                return false;
            }
            return petition.settled() != null
                    ? !petition.settled().isAfter(to)
                    : !petition.when().period().end().isAfter(period.end());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20180323})
    void theDatabaseCountsAsOneWouldByHand(long seed) {
        TestOrganization department = new OrganizationBuilder().create();
        RandomCases cases = new RandomCases(department, seed, false);
        for (int i = 0; i < ROWS; i++) {
            cases.inspection();
            cases.sanction();
            cases.petition();
        }
        String regime =
                Reporting.of("ADMINISTRATIVE_15_14", "inspections.count").regime();
        for (int year = 2016; year <= 2019; year++) {
            for (CalendarPeriod period : CalendarPeriod.ofYear(year)) {
                compare(cases, Asked.of(period, ReportingCalendar.CALENDAR), read(department, period, ""));
                compare(
                        cases,
                        Asked.of(period, ReportingCalendar.ADMINISTRATIVE_15_14),
                        read(department, period, "&regime=" + regime));
            }
        }
    }

    private static Answer read(TestOrganization department, CalendarPeriod period, String more) {
        return Api.admin()
                .get("/v1/inspections/statistics?organization=" + department.code() + "&period=" + period.code() + more)
                .is(200);
    }

    private static void compare(RandomCases cases, Asked asked, Answer answer) {
        assertThat(answer.text("/windowStart")).isEqualTo(asked.from().toString());
        assertThat(answer.text("/windowEnd")).isEqualTo(asked.to().toString());
        inspections(cases, asked, answer.at("/inspections"));
        sanctions(cases, asked, answer.at("/sanctions"));
        petitions(cases, asked, answer.at("/petitions"));
    }

    private static void inspections(RandomCases cases, Asked asked, JsonNode found) {
        List<RandomCases.Inspection> rows = cases.inspections.stream()
                .filter(row -> asked.holds(row.when()))
                .toList();
        assertThat(found.at("/count/counted").asInt()).as(asked.toString()).isEqualTo(rows.size());
        sum(
                found.path("entities"),
                rows.stream()
                        .map(row -> row.entities() == null ? null : BigDecimal.valueOf(row.entities()))
                        .toList(),
                asked);
    }

    private static void sanctions(RandomCases cases, Asked asked, JsonNode found) {
        List<RandomCases.Sanction> rows =
                cases.sanctions.stream().filter(row -> asked.holds(row.when())).toList();
        List<String> penalties = List.of("FINE", "SEIZURE", "LICENCE_REVOCATION");
        assertThat(found.at("/count/counted").asLong())
                .as(asked.toString())
                .isEqualTo(rows.stream()
                        .filter(row -> penalties.contains(row.measure()))
                        .count());
        sum(
                found.path("fines"),
                rows.stream()
                        .filter(row -> row.measure().equals("FINE"))
                        .map(RandomCases.Sanction::amount)
                        .toList(),
                asked);
    }

    private static void sum(JsonNode found, List<BigDecimal> amounts, Asked asked) {
        long missing = amounts.stream().filter(Objects::isNull).count();
        assertThat(found.path("missing").asLong()).as(asked.toString()).isEqualTo(missing);
        if (missing > 0) {
            assertThat(found.path("counted").isNull()).as(asked.toString()).isTrue();
        } else {
            assertThat(new BigDecimal(found.path("counted").asText()))
                    .as(asked.toString())
                    .isEqualByComparingTo(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    private static void petitions(RandomCases cases, Asked asked, JsonNode found) {
        int carried = 0;
        int fresh = 0;
        int resolved = 0;
        int transferred = 0;
        int pending = 0;
        int visits = 0;
        List<Integer> people = new ArrayList<>();
        for (Petition petition : cases.petitions) {
            boolean isNew = asked.holds(petition.when());
            boolean isCarried = asked.beganAfter(petition.when()) && !asked.settledBefore(petition);
            if (petition.kind().equals("RECEPTION")) {
                visits += isNew ? 1 : 0;
                if (isNew) {
                    people.add(petition.people());
                }
            } else if (isNew || isCarried) {
                carried += isCarried ? 1 : 0;
                fresh += isNew ? 1 : 0;
                boolean settled = asked.settledWithin(petition);
                resolved += settled && petition.status().equals("RESOLVED") ? 1 : 0;
                transferred += settled && petition.status().equals("TRANSFERRED") ? 1 : 0;
                pending += settled ? 0 : 1;
            }
        }
        String expected = "%d + %d = %d = %d + %d + %d, %d visits of %s"
                .formatted(carried, fresh, carried + fresh, resolved, transferred, pending, visits, sum(people));
        int received = found.at("/received/counted").asInt();
        int carriedOver = found.path("carriedOver").asInt();
        assertThat("%d + %d = %d = %s + %s + %s, %s visits of %s"
                        .formatted(
                                carriedOver,
                                received - carriedOver,
                                received,
                                found.at("/resolved/counted").asText(),
                                found.path("transferred").asText(),
                                found.at("/pending/counted").asText(),
                                found.at("/receptions/counted").asText(),
                                found.at("/people/counted").asText()))
                .as(asked.toString())
                .isEqualTo(expected);
        assertThat(resolved + transferred + pending).isEqualTo(received);
    }

    private static String sum(List<Integer> people) {
        return people.contains(null)
                ? "null"
                : String.valueOf(people.stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void whatIsPendingAtTheEndOfAPeriodIsCarriedOverIntoTheNext() {
        TestOrganization department = new OrganizationBuilder().create();
        RandomCases cases = new RandomCases(department, 7, true);
        for (int i = 0; i < ROWS; i++) {
            cases.petition();
        }
        String regime =
                Reporting.of("ADMINISTRATIVE_15_14", "inspections.count").regime();
        for (String more : List.of("", "&regime=" + regime)) {
            CalendarPeriod month = CalendarPeriod.parse("2016-11").orElseThrow();
            int carried =
                    read(department, month, more).at("/petitions/carriedOver").asInt();
            while (month.start().isBefore(LocalDate.of(2019, 6, 1))) {
                JsonNode found = read(department, month, more).at("/petitions");
                assertThat(found.path("carriedOver").asInt()).as(month.code()).isEqualTo(carried);
                carried = found.at("/pending/counted").asInt();
                month = month.next().orElseThrow();
            }
            assertThat(carried).isPositive();
        }
    }
}
