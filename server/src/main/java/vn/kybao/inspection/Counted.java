package vn.kybao.inspection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.InspectionCreate;
import vn.kybao.api.model.PetitionCreate;
import vn.kybao.api.model.SanctionCreate;

/** The fields of cases that statistics count by, beside their days. */
final class Counted {
    private final List<String> changed = new ArrayList<>();

    private Counted() {}

    /** The pointers of those that a change touches. */
    static List<String> changed(InspectionCreate before, InspectionCreate after) {
        return new Counted()
                .field("/role", before.getRole(), after.getRole())
                .field("/kind", before.getKind(), after.getKind())
                .field("/planned", before.getPlanned(), after.getPlanned())
                .field("/domain", before.getDomain(), after.getDomain())
                .field("/entities", before.getEntities(), after.getEntities())
                .changed;
    }

    static List<String> changed(SanctionCreate before, SanctionCreate after) {
        return new Counted()
                .field("/subject", before.getSubject(), after.getSubject())
                .field("/domain", before.getDomain(), after.getDomain())
                .field("/measure", before.getMeasure(), after.getMeasure())
                .field("/amountVnd", plain(before.getAmountVnd()), plain(after.getAmountVnd()))
                .field("/quantity", plain(before.getQuantity()), plain(after.getQuantity()))
                .field("/unit", before.getUnit(), after.getUnit())
                .changed;
    }

    static List<String> changed(PetitionCreate before, PetitionCreate after) {
        return new Counted()
                .field("/kind", before.getKind(), after.getKind())
                .field("/people", before.getPeople(), after.getPeople())
                .changed;
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }

    private Counted field(String pointer, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(pointer);
        }
        return this;
    }
}
