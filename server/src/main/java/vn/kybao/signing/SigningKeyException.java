package vn.kybao.signing;

/** A key cannot be used, for a reason that the one who gave it can mend; never shows what the file holds. */
public final class SigningKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SigningKeyException(String message) {
        super(message);
    }
}
