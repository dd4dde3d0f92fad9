package vn.kybao.idempotency;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which database errors a whole transaction may simply be run again after. */
final class Retries {
    /** Deadlock, lock wait timeout, lost certification in a replicated group. */
    private static final Set<Integer> CONFLICTS = Set.of(1213, 1205, 3101);

    /** Lock not available at once: MySQL's code, and the one MariaDB gives for NOWAIT. */
    private static final Set<Integer> LOCKED = Set.of(3572, 1205);

    private static final int DUPLICATE_KEY = 1062;

    private Retries() {}

    static boolean isConflict(Throwable thrown) {
        SQLException sql = sql(thrown);
        return sql != null && CONFLICTS.contains(sql.getErrorCode());
    }

    static boolean isLocked(Throwable thrown) {
        SQLException sql = sql(thrown);
        return sql != null && LOCKED.contains(sql.getErrorCode());
    }

    /** Another transaction wrote the same key first; the next try reads what it wrote. */
    static boolean isDuplicate(Throwable thrown) {
        SQLException sql = sql(thrown);
        return sql instanceof SQLIntegrityConstraintViolationException && sql.getErrorCode() == DUPLICATE_KEY;
    }

    private static @Nullable SQLException sql(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
