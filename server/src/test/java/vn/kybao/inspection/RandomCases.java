package vn.kybao.inspection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.InspectionBuilder;
import vn.kybao.testing.PetitionBuilder;
import vn.kybao.testing.SanctionBuilder;
import vn.kybao.testing.TestOrganization;

/** Cases as chance has it: any day, any period, both or one, settled or not. Remembers what it made. */
final class RandomCases {
    static final LocalDate FIRST = LocalDate.of(2016, 11, 1);
    static final int DAYS = 900;

    private static final List<String> MEASURES =
            List.of("FINE", "FINE", "SEIZURE", "LICENCE_REVOCATION", "REMINDER", "COMMITMENT");

    final List<Inspection> inspections = new ArrayList<>();
    final List<Sanction> sanctions = new ArrayList<>();
    final List<Petition> petitions = new ArrayList<>();

    private final TestOrganization organization;
    private final Api writer;
    private final Random random;
    private final boolean dated;

    /** With {@code dated} every day is known. */
    RandomCases(TestOrganization organization, long seed, boolean dated) {
        this.organization = organization;
        this.writer = organization.with("inspections:write");
        this.random = new Random(seed);
        this.dated = dated;
    }

    /** When a row was: a day, or a period, or both. */
    record When(LocalDate day, CalendarPeriod period) {}

    record Inspection(When when, Integer entities) {}

    record Sanction(When when, String measure, BigDecimal amount) {}

    record Petition(When when, String kind, Integer people, String status, LocalDate settled) {}

    void inspection() {
        When when = when();
        InspectionBuilder builder = new InspectionBuilder().of(organization);
        place(builder, "startedOn", random.nextBoolean() ? "startedOn" : "endedOn", when);
        Integer entities = random.nextInt(8) == 0 ? null : random.nextInt(50);
        if (entities != null) {
            builder.withJson("entities", "{\"organizations\": %d}".formatted(entities));
        }
        writer.post("/v1/inspections", builder.json()).is(201);
        inspections.add(new Inspection(when, entities));
    }

    void sanction() {
        When when = when();
        String measure = MEASURES.get(random.nextInt(MEASURES.size()));
        SanctionBuilder builder =
                new SanctionBuilder().of(organization).with("measure", measure).without("amountVnd");
        place(builder, "decidedOn", "decidedOn", when);
        BigDecimal amount = null;
        if (measure.equals("FINE") && random.nextInt(8) > 0) {
            amount = BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000L));
            builder.with("amountVnd", amount.toPlainString());
        }
        writer.post("/v1/sanctions", builder.json()).is(201);
        sanctions.add(new Sanction(when, measure, amount));
    }

    void petition() {
        When when = when();
        String kind = random.nextInt(4) == 0 ? "RECEPTION" : "COMPLAINT";
        Integer people = random.nextInt(12) == 0 ? null : random.nextInt(30);
        PetitionBuilder builder = new PetitionBuilder().of(organization).with("kind", kind);
        place(builder, "receivedOn", "receivedOn", when);
        if (people != null) {
            builder.with("people", people);
        }
        Answer made = writer.post("/v1/petitions", builder.json()).is(201);
        String status =
                List.of("PENDING", "RESOLVED", "RESOLVED", "TRANSFERRED").get(random.nextInt(4));
        LocalDate settled = null;
        if (!status.equals("PENDING")) {
            LocalDate since = when.day() == null ? when.period().start().minusDays(20) : when.day();
            settled = when.period() != null && !dated && random.nextInt(3) == 0
                    ? null
                    : since.plusDays(random.nextInt(200));
            settle(made, status, settled);
        }
        petitions.add(new Petition(when, kind, people, status, settled));
    }

    private void settle(Answer made, String status, LocalDate day) {
        boolean resolved = status.equals("RESOLVED");
        String on = day == null ? "" : "\"%s\": \"%s\"".formatted(resolved ? "resolvedOn" : "on", day);
        String to = resolved ? "" : (on.isEmpty() ? "" : ", ") + "\"to\": {\"text\": \"x\"}";
        writer.post("/v1/petitions/" + made.text("/id") + (resolved ? "/resolve" : "/transfer"), "{" + on + to + "}")
                .is(200);
    }

    private When when() {
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        List<CalendarPeriod> year = CalendarPeriod.ofYear(2016 + random.nextInt(4));
        CalendarPeriod period = year.get(random.nextInt(year.size()));
        return switch (dated ? 0 : random.nextInt(3)) {
            case 0 -> new When(day, null);
            case 1 -> new When(null, period);
            default -> new When(day, period);
        };
    }

    private static void place(Builder<?> builder, String usual, String field, When when) {
        builder.without(usual);
        if (when.day() != null) {
            builder.with(field, when.day().toString());
        }
        if (when.period() != null) {
            builder.with("period", when.period().code());
        }
    }
}
