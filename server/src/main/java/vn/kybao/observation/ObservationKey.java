package vn.kybao.observation;

import vn.kybao.api.model.Measure;

/**
 * What identifies a figure within an organization's period.
 *
 * @param indicator the indicator
 * @param measure the measure
 * @param breakdown the part in canonical form, empty for the total
 */
public record ObservationKey(String indicator, Measure measure, String breakdown) {}
