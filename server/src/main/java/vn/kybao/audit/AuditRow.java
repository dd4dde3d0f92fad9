package vn.kybao.audit;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** One entry of the audit; written, never read, by this release. */
@MappedEntity("audit_entry")
record AuditRow(@Id @GeneratedValue Long id) {}
