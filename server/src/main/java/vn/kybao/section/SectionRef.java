package vn.kybao.section;

import vn.kybao.api.model.SectionKind;

/**
 * A section as other features need it.
 *
 * @param id its id
 * @param organization whose report it belongs to
 * @param period the period of the report
 * @param regime the regime of the report
 * @param kind what it tells
 */
public record SectionRef(String id, String organization, String period, String regime, SectionKind kind) {}
