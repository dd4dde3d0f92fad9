package vn.kybao.inspection;

import java.util.List;
import vn.kybao.api.model.SanctionMeasure;

/** The measures that are penalties: what reports count as sanctions. The others remind, correct or commit. */
final class Penalties {
    static final List<String> MEASURES = List.of(
            SanctionMeasure.FINE.getValue(),
            SanctionMeasure.SEIZURE.getValue(),
            SanctionMeasure.LICENCE_REVOCATION.getValue());

    private Penalties() {}
}
