package vn.kybao.observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.kybao.calculation.StatedFigure;

/**
 * Figures as they would stand: those of one organization's period, in place of what is in force there.
 *
 * @param organization whose they are
 * @param period when
 * @param figures the figures by indicator and part
 */
public record Overlay(String organization, String period, Map<Part, List<StatedFigure>> figures) {

    /**
     * An indicator or a part of it.
     *
     * @param indicator the indicator
     * @param breakdown the part in canonical form
     */
    public record Part(String indicator, String breakdown) {}

    public static Overlay of(String organization, String period, List<StatedFigure> all) {
        Map<Part, List<StatedFigure>> figures = HashMap.newHashMap(all.size());
        all.forEach(figure -> figures.computeIfAbsent(
                        new Part(figure.indicator(), figure.breakdown()), part -> new ArrayList<>(2))
                .add(figure));
        return new Overlay(organization, period, figures);
    }

    /** What would stand of a part, in any measure. */
    List<StatedFigure> of(String indicator, String breakdown) {
        return Objects.requireNonNullElse(figures.get(new Part(indicator, breakdown)), List.of());
    }

    boolean covers(String anOrganization, String aPeriod) {
        return organization.equals(anOrganization) && period.equals(aPeriod);
    }
}
