package vn.kybao.inspection;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.CountGroup;
import vn.kybao.api.model.CountedAndStated;
import vn.kybao.api.model.InspectionCounts;
import vn.kybao.api.model.InspectionStatistics;
import vn.kybao.api.model.PetitionCounts;
import vn.kybao.api.model.SanctionCounts;
import vn.kybao.api.model.SeizedGoods;
import vn.kybao.api.model.Unit;
import vn.kybao.http.Problems;
import vn.kybao.http.RequestState;
import vn.kybao.inspection.CaseTotals.Name;
import vn.kybao.inspection.CaseTotals.Named;
import vn.kybao.inspection.CountRepository.Group;
import vn.kybao.inspection.CountRepository.Petitioned;
import vn.kybao.inspection.CountRepository.Seized;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.regime.Readers;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;
import vn.kybao.total.Reach;

/**
 * Counts what an organization inspected, sanctioned and received in a period. Counts are open to who reads the
 * organization's figures: its own subtree, and whoever receives a regime that it reports under.
 */
@Singleton
public class InspectionStatisticsService {
    private final OrganizationService organizations;
    private final PeriodService periods;
    private final RegimeService regimes;
    private final Readers readers;
    private final CaseCounter counter;
    private final CaseTotals totals;
    private final Problems problems;

    InspectionStatisticsService(
            OrganizationService organizations,
            PeriodService periods,
            RegimeService regimes,
            Readers readers,
            CaseCounter counter,
            CaseTotals totals,
            Problems problems) {
        this.organizations = organizations;
        this.periods = periods;
        this.regimes = regimes;
        this.readers = readers;
        this.counter = counter;
        this.totals = totals;
        this.problems = problems;
    }

    InspectionStatistics of(
            String organizationCode, String periodCode, @Nullable String regimeCode, @Nullable LocalDate asOf) {
        OrganizationRef organization = organizations.find(organizationCode).orElseThrow(Cases::notFound);
        Predicate<String> open = readers.open(organization).orElseThrow(Cases::notFound);
        CalendarPeriod period = periods.find(periodCode).orElseThrow(Cases::notFound);
        RegimeDefinition regime = regimeCode == null
                ? null
                : regimes.find(regimeCode)
                        .filter(found -> open.test(found.code()))
                        .orElseThrow(Cases::notFound);
        Reach reach = Reach.of(period, regime).until(asOf);
        Span span = Span.of(period, reach);
        CaseCounts counts = counter.count(organization.code(), span);
        CaseTotals.Answer answer = totals.of(counts, organization, period, reach, open);
        return new InspectionStatistics()
                .organization(organization.code())
                .period(period.code())
                .windowStart(reach.window().start())
                .windowEnd(reach.window().end())
                .inspections(inspections(counts, answer, counter.inspectedDomains(organization.code(), span)))
                .sanctions(sanctions(counts, answer, counter.sanctionedDomains(organization.code(), span))
                        .seized(counter.seized(organization.code(), span).stream()
                                .map(InspectionStatisticsService::seized)
                                .toList()))
                .petitions(petitions(counts, answer))
                .findings(problems.words(
                        totals.findings(answer), RequestState.current().language()));
    }

    private static InspectionCounts inspections(CaseCounts counts, CaseTotals.Answer answer, List<Group> domains) {
        return new InspectionCounts()
                .count(wire(answer.inspections(), Name.COUNT))
                .entities(wire(answer.inspections(), Name.ENTITIES))
                .byRole(wire(counts.byRole()))
                .byKind(wire(counts.byKind()))
                .planned(Math.toIntExact(counts.inspections(row -> row.planned())))
                .unplanned(Math.toIntExact(counts.inspections(row -> !row.planned())))
                .byDomain(wire(domains));
    }

    private static SanctionCounts sanctions(CaseCounts counts, CaseTotals.Answer answer, List<Group> domains) {
        Named fines = named(answer.inspections(), Name.FINES);
        Unit unit = fines.unit();
        return new SanctionCounts()
                .count(wire(answer.inspections(), Name.SANCTIONS))
                .fines(fines.total().toWire())
                .finesUnit(unit == null || unit.getCode().equals("vnd") ? null : unit)
                .byMeasure(wire(counts.byMeasure()))
                .bySubject(wire(counts.bySubject()))
                .byDomain(wire(domains));
    }

    private static PetitionCounts petitions(CaseCounts counts, CaseTotals.Answer answer) {
        return new PetitionCounts()
                .carriedOver(Math.toIntExact(counts.petitions(Petitioned::carried)))
                .received(wire(answer.petitions(), Name.RECEIVED))
                .resolved(wire(answer.petitions(), Name.RESOLVED))
                .transferred(Math.toIntExact(counts.petitions(Petitioned::transferred)))
                .pending(wire(answer.petitions(), Name.PENDING))
                .byKind(wire(counts.byKindOfPetition()))
                .receptions(wire(answer.petitions(), Name.RECEPTIONS))
                .people(wire(answer.petitions(), Name.PEOPLE));
    }

    private static Named named(Map<String, Named> totals, String name) {
        return Objects.requireNonNull(totals.get(name));
    }

    private static CountedAndStated wire(Map<String, Named> totals, String name) {
        return named(totals, name).total().toWire();
    }

    private static List<CountGroup> wire(List<Group> groups) {
        return groups.stream()
                .map(group -> new CountGroup().code(group.code()).count(Math.toIntExact(group.counted())))
                .toList();
    }

    private static SeizedGoods seized(Seized seized) {
        return new SeizedGoods()
                .unit(seized.unit())
                .quantity(seized.missing() > 0 ? null : seized.quantity())
                .missing(Math.toIntExact(seized.missing()));
    }
}
