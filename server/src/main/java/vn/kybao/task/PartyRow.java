package vn.kybao.task;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("task_party")
record PartyRow(@Id String organization, String task) {}
