package vn.kybao.event;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** One event; written, not yet delivered. */
@MappedEntity("outbox_event")
record EventRow(@Id @GeneratedValue Long id) {}
