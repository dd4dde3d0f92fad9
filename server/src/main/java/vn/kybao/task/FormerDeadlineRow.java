package vn.kybao.task;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A deadline that stood from one day until another, on which it was extended. */
@MappedEntity("task_former_deadline")
record FormerDeadlineRow(
        @Id String task,
        LocalDate stoodUntil,
        LocalDate stoodFrom,
        @Nullable LocalDate extendedTo,
        LocalDate dueOrder) {}
