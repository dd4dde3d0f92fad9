package vn.kybao.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar that deadlines and compilation days are counted in. */
public final class Vietnam {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Vietnam() {}

    /** The day it is in Vietnam. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
