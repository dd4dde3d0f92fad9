package vn.kybao;

/** The service cannot start, for a reason that the one who starts it can mend. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartException(String message) {
        super(message);
    }
}
