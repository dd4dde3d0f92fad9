package vn.kybao.inspection;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.StatedTotal;
import vn.kybao.api.model.Unit;
import vn.kybao.inspection.CaseCounts.Sum;
import vn.kybao.inspection.CountRepository.Petitioned;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.total.Reach;
import vn.kybao.total.StatedTotals;
import vn.kybao.total.StatedTotals.Alike;
import vn.kybao.total.StatedTotals.Stated;
import vn.kybao.total.Total;

/**
 * The totals over cases by the names that texts refer to them with: {@code {{inspections: fines}}},
 * {@code {{petitions: received}}}. Totals only: nothing here tells of a single case, so it may be shown to whoever may read
 * the organization's figures.
 */
@Singleton
public class CaseTotals {
    /** The names of totals over inspections and sanctions. */
    public static final Set<String> INSPECTIONS =
            Set.of(Name.COUNT, Name.ENTITIES, Name.SANCTIONS, Name.FINES, Name.PLANNED, Name.UNPLANNED);

    /** The names of totals over petitions. */
    public static final Set<String> PETITIONS = Set.of(
            Name.RECEIVED,
            Name.RESOLVED,
            Name.PENDING,
            Name.CARRIED_OVER,
            Name.TRANSFERRED,
            Name.RECEPTIONS,
            Name.PEOPLE);

    private static final Unit DONG =
            new Unit().code("vnd").name(new LocalizedText().vi("đồng").en("dong"));

    private final CaseCounter counter;
    private final StatedTotals statedTotals;

    CaseTotals(CaseCounter counter, StatedTotals statedTotals) {
        this.counter = counter;
        this.statedTotals = statedTotals;
    }

    /** What the totals are called. */
    static final class Name {
        static final String COUNT = "count";
        static final String ENTITIES = "entities";
        static final String SANCTIONS = "sanctions";
        static final String FINES = "fines";
        static final String PLANNED = "planned";
        static final String UNPLANNED = "unplanned";
        static final String RECEIVED = "received";
        static final String RESOLVED = "resolved";
        static final String PENDING = "pending";
        static final String CARRIED_OVER = "carried-over";
        static final String TRANSFERRED = "transferred";
        static final String RECEPTIONS = "receptions";
        static final String PEOPLE = "people";

        private Name() {}
    }

    /**
     * One total.
     *
     * @param total the number as counted and as stated
     * @param unit its unit, the same for both; null for a count that is not stated
     */
    public record Named(Total total, @Nullable Unit unit) {}

    /**
     * Every total of an organization's period.
     *
     * @param organization whose
     * @param period the period
     * @param reach the days whose rows were counted
     * @param inspections those over inspections and sanctions, by name
     * @param petitions those over petitions, by name
     */
    public record Answer(
            OrganizationRef organization,
            CalendarPeriod period,
            Reach reach,
            Map<String, Named> inspections,
            Map<String, Named> petitions) {

        /** Where the counts are to be seen. */
        public String link() {
            String link = "/v1/inspections/statistics?organization=" + organization.code() + "&period=" + period.code()
                    + reach.query();
            return reach.asOf() == null ? link : link + "&asOf=" + reach.asOf();
        }

        private List<Total> totals() {
            return Stream.concat(inspections.values().stream(), petitions.values().stream())
                    .map(Named::total)
                    .toList();
        }
    }

    /**
     * The totals of a period; to be read in one transaction.
     *
     * @param reach the days whose rows count
     * @param openRegimes which regimes' figures may be read
     */
    public Answer of(OrganizationRef organization, CalendarPeriod period, Reach reach, Predicate<String> openRegimes) {
        return of(counter.count(organization.code(), Span.of(period, reach)), organization, period, reach, openRegimes);
    }

    /** The totals of what was counted already. */
    Answer of(
            CaseCounts counts,
            OrganizationRef organization,
            CalendarPeriod period,
            Reach reach,
            Predicate<String> openRegimes) {
        Map<StatedTotal, Stated> stated = statedTotals.of(organization, period, openRegimes);
        return new Answer(organization, period, reach, inspections(counts, stated), petitions(counts, stated));
    }

    /**
     * Where what is stated and what is counted contradict each other. Each total is held against the rows of its own days,
     * which are counted once for all that are about the same.
     */
    public List<Note> findings(Answer answer) {
        Map<StatedTotal, Stated> stated = new EnumMap<>(StatedTotal.class);
        answer.totals().forEach(total -> {
            if (total.what() != null && total.stated() != null) {
                stated.put(total.what(), total.stated());
            }
        });
        Map<StatedTotal, Note> differences = new EnumMap<>(StatedTotal.class);
        for (Alike alike : StatedTotals.alike(stated.values())) {
            Answer own = over(alike, answer);
            own.totals().stream()
                    .filter(total -> total.what() != null && alike.totals().containsKey(total.what()))
                    .forEach(total -> total.difference()
                            .ifPresent(note -> differences.put(total.what(), linked(note, own.link()))));
        }
        List<Note> findings = new ArrayList<>(differences.values());
        moreThanReceived(stated.get(StatedTotal.PETITIONS_RECEIVED), stated.get(StatedTotal.PETITIONS_RESOLVED))
                .forEach(note -> findings.add(linked(note, answer.link())));
        return findings;
    }

    /** The same totals beside the rows of other days. */
    private Answer over(Alike alike, Answer answer) {
        if (alike.reach().isSameDays(answer.reach())) {
            return answer;
        }
        CaseCounts counts = counter.count(answer.organization().code(), Span.of(answer.period(), alike.reach()));
        return new Answer(
                answer.organization(),
                answer.period(),
                alike.reach(),
                inspections(counts, alike.totals()),
                petitions(counts, alike.totals()));
    }

    private static Note linked(Note note, String link) {
        List<String> links = new ArrayList<>(note.evidence());
        links.add(link);
        return note.evidence(links);
    }

    private static Map<String, Named> inspections(CaseCounts counts, Map<StatedTotal, Stated> stated) {
        Map<String, Named> all = new LinkedHashMap<>();
        all.put(Name.COUNT, count(StatedTotal.INSPECTIONS_COUNT, counts.inspections(any -> true), stated));
        all.put(Name.ENTITIES, sum(StatedTotal.INSPECTIONS_ENTITIES, counts.entities(), stated));
        all.put(Name.PLANNED, count(null, counts.inspections(row -> row.planned()), stated));
        all.put(Name.UNPLANNED, count(null, counts.inspections(row -> !row.planned()), stated));
        all.put(Name.SANCTIONS, count(StatedTotal.SANCTIONS_COUNT, counts.penalties(), stated));
        Sum fines = counts.fines();
        Named money = named(Total.money(
                StatedTotal.SANCTIONS_FINES, fines.value(), fines.missing(), stated.get(StatedTotal.SANCTIONS_FINES)));
        all.put(Name.FINES, money.unit() == null ? new Named(money.total(), DONG) : money);
        return all;
    }

    private static Map<String, Named> petitions(CaseCounts counts, Map<StatedTotal, Stated> stated) {
        long received = counts.petitions(Petitioned::counted);
        long resolved = counts.petitions(Petitioned::resolved);
        long transferred = counts.petitions(Petitioned::transferred);
        Map<String, Named> all = new LinkedHashMap<>();
        all.put(Name.RECEIVED, count(StatedTotal.PETITIONS_RECEIVED, received, stated));
        all.put(Name.CARRIED_OVER, count(null, counts.petitions(Petitioned::carried), stated));
        all.put(Name.RESOLVED, count(StatedTotal.PETITIONS_RESOLVED, resolved, stated));
        all.put(Name.TRANSFERRED, count(null, transferred, stated));
        all.put(Name.PENDING, count(StatedTotal.PETITIONS_PENDING, received - resolved - transferred, stated));
        all.put(Name.RECEPTIONS, count(StatedTotal.PETITIONS_RECEPTIONS, counts.visits(), stated));
        all.put(Name.PEOPLE, sum(StatedTotal.PETITIONS_PEOPLE, counts.visitors(), stated));
        return all;
    }

    private static Named count(@Nullable StatedTotal what, long counted, Map<StatedTotal, Stated> stated) {
        return named(Total.count(what, counted, what == null ? null : stated.get(what)));
    }

    private static Named sum(StatedTotal what, Sum sum, Map<StatedTotal, Stated> stated) {
        return named(Total.sum(what, sum.value(), sum.missing(), stated.get(what)));
    }

    private static Named named(Total total) {
        Stated stated = total.stated();
        return new Named(total, stated == null ? null : stated.indicator().unit());
    }

    /** Two figures that were filed: rows cannot say that more was done than there was to do. */
    private static List<Note> moreThanReceived(@Nullable Stated received, @Nullable Stated resolved) {
        if (received == null || resolved == null || !received.isSameDays(resolved)) {
            return List.of();
        }
        var all = Objects.requireNonNull(received.figure().value());
        var done = Objects.requireNonNull(resolved.figure().value());
        if (done.compareTo(all) <= 0) {
            return List.of();
        }
        Set<String> regimes = new TreeSet<>(received.figure().regimes());
        regimes.addAll(resolved.figure().regimes());
        return List.of(Note.warning(ProblemCode.DONE_WITHIN_RECEIVED)
                .with("name", resolved.indicator().name())
                .with("found", done)
                .with("base", received.indicator().name())
                .with("stated", all)
                .evidence(List.of(
                        "/v1/indicators/" + resolved.indicator().code(),
                        "/v1/indicators/" + received.indicator().code()))
                .tellingOf(regimes));
    }
}
