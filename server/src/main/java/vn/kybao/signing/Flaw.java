package vn.kybao.signing;

/** What is wrong with a JWS, in the order it is found. */
public enum Flaw {
    MALFORMED,
    WRONG_ALGORITHM,
    WRONG_TYPE,
    UNKNOWN_KEY,
    BAD_SIGNATURE
}
