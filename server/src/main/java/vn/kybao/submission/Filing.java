package vn.kybao.submission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.kybao.collection.CollectionService;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.regime.RegimeDefinition;

/**
 * What a submission is about, as far as it could be found.
 *
 * @param organization who reports, or null
 * @param regime under which regime, or null
 * @param period for which period, or null
 * @param collection whether it takes figures, or null
 * @param compiledOn the day the figures were compiled
 */
record Filing(
        @Nullable OrganizationRef organization,
        @Nullable RegimeDefinition regime,
        @Nullable CalendarPeriod period,
        CollectionService.@Nullable State collection,
        LocalDate compiledOn) {}
