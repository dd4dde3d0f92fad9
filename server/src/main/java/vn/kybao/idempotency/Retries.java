package vn.kybao.idempotency;

import java.sql.SQLException;
import java.util.Set;

/** Which database errors a whole transaction may simply be run again after. */
final class Retries {
    /** Deadlock, lock wait timeout, lost certification in a replicated group. */
    private static final Set<Integer> CONFLICTS = Set.of(1213, 1205, 3101);

    /** Lock not available at once: MySQL's code, and the one MariaDB gives for NOWAIT. */
    private static final Set<Integer> LOCKED = Set.of(3572, 1205);

    private static final int DUPLICATE_KEY = 1062;

    private Retries() {}

    static boolean isConflict(Throwable thrown) {
        return hasCode(thrown, CONFLICTS);
    }

    static boolean isLocked(Throwable thrown) {
        return hasCode(thrown, LOCKED);
    }

    /** Another transaction wrote the same key first; the next try reads what it wrote. */
    static boolean isDuplicate(Throwable thrown) {
        return hasCode(thrown, Set.of(DUPLICATE_KEY));
    }

    /** A batch wraps the error that says what happened. */
    private static boolean hasCode(Throwable thrown, Set<Integer> codes) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && codes.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
