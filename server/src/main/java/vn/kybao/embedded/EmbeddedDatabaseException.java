package vn.kybao.embedded;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The embedded database cannot start or stop; where MariaDB had something to say, the message ends with its log. */
public final class EmbeddedDatabaseException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    EmbeddedDatabaseException(String message) {
        super(message);
    }

    EmbeddedDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
