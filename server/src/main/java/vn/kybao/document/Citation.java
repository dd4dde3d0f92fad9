package vn.kybao.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document's number as a text cites it.
 *
 * @param start the first UTF-16 unit of the number
 * @param length the length of the number as written
 * @param number the number
 * @param date the day that stands with it, or null
 * @param issuer the issuer that the text names with it, or null
 */
public record Citation(
        int start,
        int length,
        DocumentNumber number,
        @Nullable LocalDate date,
        @Nullable String issuer) {}
