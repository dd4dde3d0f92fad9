package vn.kybao.section;

import java.util.List;
import vn.kybao.api.model.Section;

/**
 * The sections of a report.
 *
 * @param sections the sections in order, with texts and claims
 * @param complete false where there are more than are read at once
 */
public record ReportSections(List<Section> sections, boolean complete) {}
