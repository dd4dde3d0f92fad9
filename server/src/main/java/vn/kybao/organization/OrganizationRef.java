package vn.kybao.organization;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.kybao.time.Validity;

/**
 * An organization as other features need it.
 *
 * @param code its code
 * @param kind its kind
 * @param path its place in the tree, ending with a slash
 * @param nameVi its Vietnamese name
 * @param validFrom first day it exists, or null
 * @param validTo last day it exists, or null
 */
@Introspected
public record OrganizationRef(
        String code,
        String kind,
        String path,
        String nameVi,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** True when it exists on some day between the two. */
    public boolean existsWithin(LocalDate start, LocalDate end) {
        return Validity.overlaps(validFrom, validTo, start, end);
    }
}
