package vn.kybao.finding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A document that something of a period names. */
@MappedEntity("document")
record CitedRow(@Id String id) {}
