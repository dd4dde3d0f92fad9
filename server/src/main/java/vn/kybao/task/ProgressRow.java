package vn.kybao.task;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;

@MappedEntity("task_progress")
record ProgressRow(@Id String task, int position, String text, LocalDate notedFor, String notedBy, Instant notedAt) {}
