package vn.kybao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kybao.contract.Decimals;
import vn.kybao.idempotency.Writes;
import vn.kybao.organization.OrganizationService;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Note;
import vn.kybao.regime.RegimeService;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Collections;
import vn.kybao.testing.InspectionBuilder;
import vn.kybao.testing.PetitionBuilder;
import vn.kybao.testing.SanctionBuilder;
import vn.kybao.testing.TestServer;
import vn.kybao.total.Reach;

/** The totals that texts refer to by name: stated where there is one, else counted, with their unit. */
class CaseTotalsIT {
    private static Reporting reporting;

    @BeforeAll
    static void make() {
        reporting = Reporting.of("ADMINISTRATIVE_15_14", "inspections.count", "sanctions.fines", "petitions.received");
        Collections.open(reporting.regime(), "2018-Q1");
        Collections.open(reporting.regime(), "2018-Q2");
        new InspectionBuilder()
                .of(reporting.department())
                .withJson("entities", """
                        {"organizations": 4, "individuals": 1}""")
                .create();
        new InspectionBuilder()
                .of(reporting.department())
                .with("planned", false)
                .with("startedOn", "2018-03-20")
                .withJson("entities", """
                        {"organizations": 2}""")
                .create();
        new SanctionBuilder().of(reporting.department()).create();
        new SanctionBuilder()
                .of(reporting.department())
                .with("measure", "REMINDER")
                .without("amountVnd")
                .create();
        new PetitionBuilder()
                .of(reporting.department())
                .with("receivedOn", "2017-11-01")
                .create();
        Answer petition = new PetitionBuilder().of(reporting.department()).create();
        reporting
                .writer()
                .post("/v1/petitions/" + petition.text("/id") + "/transfer", """
                        {"to": {"text": "x"}, "on": "2018-03-01"}""")
                .is(200);
        reporting.state("inspections.count", "9");
        reporting.state("sanctions.fines", "12.5");
    }

    private static CaseTotals.Answer totals(String period, String regime, Predicate<String> open) {
        TestServer server = TestServer.shared();
        return server.bean(Writes.class)
                .read(() -> server.bean(CaseTotals.class)
                        .of(
                                server.bean(OrganizationService.class)
                                        .find(reporting.department().code())
                                        .orElseThrow(),
                                CalendarPeriod.parse(period).orElseThrow(),
                                Reach.of(
                                        CalendarPeriod.parse(period).orElseThrow(),
                                        regime == null
                                                ? null
                                                : server.bean(RegimeService.class)
                                                        .find(regime)
                                                        .orElseThrow()),
                                open));
    }

    private static List<Note> findings(CaseTotals.Answer answer) {
        TestServer server = TestServer.shared();
        return server.bean(Writes.class)
                .read(() -> server.bean(CaseTotals.class).findings(answer));
    }

    private static String printed(CaseTotals.Named named) {
        return Decimals.plain(named.total().printed())
                + (named.unit() == null ? "" : " " + named.unit().getCode());
    }

    @Test
    void everyNameHasATotal() {
        CaseTotals.Answer answer = totals("2018-Q1", null, any -> true);
        assertThat(answer.inspections()).containsOnlyKeys(new TreeSet<>(CaseTotals.INSPECTIONS));
        assertThat(answer.petitions()).containsOnlyKeys(new TreeSet<>(CaseTotals.PETITIONS));
    }

    @Test
    void whatIsStatedIsPrintedAndWhatIsNotIsCounted() {
        CaseTotals.Answer answer = totals("2018-Q1", null, any -> true);
        assertThat(printed(answer.inspections().get("count"))).isEqualTo("9 subscription");
        assertThat(printed(answer.inspections().get("entities"))).isEqualTo("7");
        assertThat(printed(answer.inspections().get("planned"))).isEqualTo("1");
        assertThat(printed(answer.inspections().get("unplanned"))).isEqualTo("1");
        assertThat(printed(answer.inspections().get("sanctions"))).isEqualTo("1");
        assertThat(printed(answer.inspections().get("fines"))).isEqualTo("12.5 million-vnd");
        assertThat(printed(answer.petitions().get("received"))).isEqualTo("2");
        assertThat(printed(answer.petitions().get("carried-over"))).isEqualTo("1");
        assertThat(printed(answer.petitions().get("resolved"))).isEqualTo("0");
        assertThat(printed(answer.petitions().get("transferred"))).isEqualTo("1");
        assertThat(printed(answer.petitions().get("pending"))).isEqualTo("1");
        assertThat(printed(answer.petitions().get("receptions"))).isEqualTo("0");
        assertThat(printed(answer.petitions().get("people"))).isEqualTo("0");
        assertThat(findings(answer).stream().map(Note::wireCode)).containsExactly("stated-total");
        assertThat(findings(answer).getFirst().regimes()).containsExactly(reporting.regime());
    }

    @Test
    void whatIsStatedForOthersIsNotPrintedAsCounted() {
        CaseTotals.Answer answer = totals("2018-Q1", null, none -> false);
        CaseTotals.Named fines = answer.inspections().get("fines");
        assertThat(fines.total().printed()).isNull();
        assertThat(fines.total().counted()).isEqualByComparingTo("12500000");
        assertThat(fines.unit().getCode()).isEqualTo("vnd");
        assertThat(answer.inspections().get("count").total().printed()).isNull();
        assertThat(answer.inspections().get("count").total().counted()).isEqualByComparingTo("2");
        assertThat(printed(answer.inspections().get("planned"))).isEqualTo("1");
        assertThat(findings(answer)).isEmpty();
    }

    @Test
    void theCalendarOfTheRegimeIsHeeded() {
        CaseTotals.Answer answer = totals("2018-Q2", reporting.regime(), any -> true);
        assertThat(printed(answer.inspections().get("count"))).isEqualTo("1");
        assertThat(printed(totals("2018-Q2", null, any -> true).inspections().get("count")))
                .isEqualTo("0");
    }

    /** What the audit and the texts are given has no word of a case in it. */
    @Test
    void totalsAndFindingsNameNoCase() {
        CaseTotals.Answer answer = totals("2018-Q1", null, any -> true);
        String all = answer.toString();
        assertThat(all)
                .doesNotContain("Thanh tra", "Chất lượng", "/v1/inspections/", "/v1/sanctions/", "/v1/petitions/");
        for (Note note : findings(answer)) {
            assertThat(note.evidence())
                    .allMatch(link ->
                            List.of("/v1/indicators/", "/v1/observations/", "/v1/inspections/statistics?").stream()
                                    .anyMatch(link::startsWith));
        }
    }
}
