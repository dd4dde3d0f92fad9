package vn.kybao.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document as other features need it.
 *
 * @param id its id
 * @param organization who registered it
 * @param raw as it was written
 * @param fullNumber its number, or null where none could be read
 * @param issuedOn its day, or null
 * @param issuer what its issuer is called, or null
 * @param title its title, or null
 */
public record DocumentRef(
        String id,
        String organization,
        String raw,
        @Nullable String fullNumber,
        @Nullable LocalDate issuedOn,
        @Nullable String issuer,
        @Nullable String title) {}
