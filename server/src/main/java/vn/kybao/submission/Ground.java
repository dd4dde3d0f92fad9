package vn.kybao.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.observation.Figures.Workbench;
import vn.kybao.observation.ObservationKey;
import vn.kybao.observation.ObservationStore.Standing;
import vn.kybao.observation.Overlay;
import vn.kybao.rule.RuleDefinition;

/**
 * All that is read before values are checked: what they are laid over, and held against.
 *
 * @param ruleSet the version of all rules together
 * @param known the indicators of the regime and of the values, by code
 * @param standing what stands
 * @param pending the submission that waits, or null
 * @param waiting its values
 * @param lost those of its keys that came into force under another regime while they waited, with that regime
 * @param surroundings what rules need, or null when it could not be told what the filing is about
 */
record Ground(
        String ruleSet,
        Map<String, IndicatorDefinition> known,
        Map<ObservationKey, Standing> standing,
        @Nullable SubmissionRow pending,
        Map<ObservationKey, CheckedValue> waiting,
        Map<ObservationKey, String> lost,
        @Nullable Surroundings surroundings) {

    /**
     * What rules need beside the figures being filed.
     *
     * @param borneOn the indicators that the figures bear on
     * @param catalogue the rules of the catalogue that apply
     * @param overlaid all figures as they would stand under an overlay
     */
    record Surroundings(
            Map<String, IndicatorDefinition> borneOn,
            List<RuleDefinition> catalogue,
            Function<Overlay, Workbench> overlaid) {}

    /** What stands, with what waits laid over it. */
    Map<ObservationKey, CheckedValue> base() {
        Map<ObservationKey, CheckedValue> base = HashMap.newHashMap(standing.size() + waiting.size());
        standing.forEach((key, there) -> base.put(key, CheckedValue.of(there.figure())));
        base.putAll(waiting);
        return base;
    }
}
