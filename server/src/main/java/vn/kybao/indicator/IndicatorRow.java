package vn.kybao.indicator;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("indicator")
record IndicatorRow(
        @Id String code,
        String owner,
        String nameVi,
        @Nullable String nameEn,
        String aliases,
        String searchText,
        String unitCode,
        String unitNameVi,
        @Nullable String unitNameEn,
        String valueType,
        String kind,
        int decimals,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        boolean isIndex,
        boolean higherIsBetter,
        String timeAggregation,
        String organizationAggregation,
        @Nullable String formula,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String denominatorNameVi,
        @Nullable String denominatorNameEn,
        String breakdowns,
        @Nullable String valueSchema,
        @Nullable String ituCode,
        @Nullable String replaces,
        @Nullable String states,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
