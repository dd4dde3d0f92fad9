package vn.kybao.period;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;

@MappedEntity("adhoc_period")
record AdhocPeriodRow(@Id String code, LocalDate startDate, LocalDate endDate, Instant createdAt) {}
