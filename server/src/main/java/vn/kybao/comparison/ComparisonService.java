package vn.kybao.comparison;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Comparison;
import vn.kybao.calculation.Annex;
import vn.kybao.collection.CollectionService;
import vn.kybao.http.Problems;
import vn.kybao.http.RequestState;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.observation.Figures;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Language;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;

/** The comparison annex: one row for each indicator of the regime, in its order. */
@Singleton
public class ComparisonService {
    private final OrganizationService organizations;
    private final PeriodService periods;
    private final RegimeService regimes;
    private final CollectionService collections;
    private final Figures figures;
    private final Problems problems;

    ComparisonService(
            OrganizationService organizations,
            PeriodService periods,
            RegimeService regimes,
            CollectionService collections,
            Figures figures,
            Problems problems) {
        this.organizations = organizations;
        this.periods = periods;
        this.regimes = regimes;
        this.collections = collections;
        this.figures = figures;
        this.problems = problems;
    }

    List<Comparison> annex(String organizationCode, String periodCode, @Nullable String regimeCode) {
        OrganizationRef organization = organizations
                .find(organizationCode)
                .filter(o -> isOpen(o, Caller.current()))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        CalendarPeriod period = periods.find(periodCode).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        RegimeDefinition regime = regime(organization, period, regimeCode);
        Predicate<String> openRegimes =
                Caller.current().covers(organization.path()) ? any -> true : code -> code.equals(regime.code());
        Language language = RequestState.current().language();
        Figures.Workbench bench = figures.workbench(regime.annex(), null, openRegimes);
        Annex annex = new Annex(bench.source(), bench.calculator(), organization, period);
        List<Comparison> rows = new ArrayList<>();
        for (String line : regime.annex()) {
            IndicatorDefinition indicator = bench.definitions().get(line);
            if (indicator != null) {
                Annex.Row row = annex.row(indicator.spec());
                rows.add(row.comparison().findings(problems.words(row.notes(), language)));
            }
        }
        return rows;
    }

    private boolean isOpen(OrganizationRef organization, Caller caller) {
        return caller.covers(organization.path()) || regimes.isReceivedFrom(organization, caller);
    }

    /** The regime asked for, or the only one that the organization reports, else receives, in the period. */
    private RegimeDefinition regime(OrganizationRef organization, CalendarPeriod period, @Nullable String code) {
        List<RegimeDefinition> reported = open(organization, regimes.reportedBy(organization, period));
        List<RegimeDefinition> received = open(
                organization,
                regimes.receivedBy(organization.code()).stream()
                        .filter(regime -> regime.covers(period.type()))
                        .toList());
        if (code != null) {
            List<RegimeDefinition> all = new ArrayList<>(reported);
            all.addAll(received);
            return all.stream()
                    .filter(regime -> regime.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        }
        List<RegimeDefinition> candidates = collected(period, reported);
        if (candidates.isEmpty()) {
            candidates = collected(period, received);
        }
        if (candidates.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        if (candidates.size() > 1) {
            String codes = String.join(
                    ", ", candidates.stream().map(RegimeDefinition::code).toList());
            throw new ProblemException(
                    Note.error(ProblemCode.REGIME_REQUIRED).parameter("regime").expected(codes));
        }
        return candidates.getFirst();
    }

    private List<RegimeDefinition> collected(CalendarPeriod period, List<RegimeDefinition> candidates) {
        List<String> codes = collections.withCollection(
                period.code(), candidates.stream().map(RegimeDefinition::code).toList());
        return candidates.stream()
                .filter(regime -> codes.contains(regime.code()))
                .toList();
    }

    /** All regimes of an organization in one's own subtree; of any other, those that are received in that subtree. */
    private List<RegimeDefinition> open(OrganizationRef organization, List<RegimeDefinition> all) {
        Caller caller = Caller.current();
        if (caller.covers(organization.path())) {
            return all;
        }
        return all.stream()
                .filter(regime -> organizations
                        .find(regime.receiver())
                        .filter(receiver -> caller.covers(receiver.path()))
                        .isPresent())
                .toList();
    }
}
