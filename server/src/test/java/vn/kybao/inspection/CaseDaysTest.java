package vn.kybao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.kybao.collection.PeriodLocks.Place;
import vn.kybao.inspection.CaseDays.Day;
import vn.kybao.inspection.CaseDays.Spot;

/** Where a case lies: on its days, else in its period. */
class CaseDaysTest {
    private static final LocalDate MARCH = LocalDate.of(2018, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2018, 4, 1);

    @Test
    void aDayHidesThePeriod() {
        CaseDays days = CaseDays.of("2018-Q2", new Day("/startedOn", null), new Day("/endedOn", MARCH));
        assertThat(days.spots().values()).containsExactly(new Spot("/endedOn", new Place(MARCH, null)));
    }

    @Test
    void withoutADayThePeriodIsThePlace() {
        CaseDays days = CaseDays.of("2018-Q2", new Day("/startedOn", null), new Day("/endedOn", null));
        assertThat(days.spots().values()).containsExactly(new Spot("/period", new Place(null, "2018-Q2")));
    }

    @Test
    void everyKnownDayIsAPlace() {
        CaseDays days = CaseDays.of(null, new Day("/startedOn", MARCH), new Day("/endedOn", APRIL));
        assertThat(days.spots().values())
                .containsExactly(
                        new Spot("/startedOn", new Place(MARCH, null)), new Spot("/endedOn", new Place(APRIL, null)));
    }

    @Test
    void theDayItWasSettledIsAPlaceOfItsOwn() {
        CaseDays days = CaseDays.of("2018-Q1", new Day("/receivedOn", MARCH));
        assertThat(days.settledOn(new Day("/on", APRIL)).spots().get(CaseDays.SETTLED))
                .isEqualTo(new Spot("/on", new Place(APRIL, null)));
        assertThat(days.settledOn(new Day("/on", null)).spots().get(CaseDays.SETTLED))
                .isEqualTo(new Spot("/on", new Place(null, "2018-Q1")));
        assertThat(days.spots()).doesNotContainKey(CaseDays.SETTLED);
    }
}
