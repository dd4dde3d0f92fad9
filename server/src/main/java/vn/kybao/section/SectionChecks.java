package vn.kybao.section;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.collection.PeriodLocks;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Nearest;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;
import vn.kybao.regime.Reporters;

/** Whether a report can be written, and whether a section's place in it is one. */
@Singleton
final class SectionChecks {
    private static final String PARENT = "/parent";

    private final SectionRepository repository;
    private final RegimeService regimes;
    private final PeriodService periods;
    private final Reporters reporters;
    private final PeriodLocks locks;

    SectionChecks(
            SectionRepository repository,
            RegimeService regimes,
            PeriodService periods,
            Reporters reporters,
            PeriodLocks locks) {
        this.repository = repository;
        this.regimes = regimes;
        this.periods = periods;
        this.reporters = reporters;
        this.locks = locks;
    }

    /**
     * What a report is about, as far as it could be found.
     *
     * @param organization whose it is, or null
     * @param period of which period, or null
     * @param regime under which regime, or null
     */
    record Place(
            @Nullable OrganizationRef organization,
            @Nullable CalendarPeriod period,
            @Nullable RegimeDefinition regime) {
        Optional<Report> report() {
            return organization == null || period == null || regime == null
                    ? Optional.empty()
                    : Optional.of(new Report(organization.code(), period.code(), regime.code()));
        }
    }

    /** Finds whose report it is, and adds a finding unless it can be written now. */
    Place place(@Nullable String organization, @Nullable String period, @Nullable String regime, Findings findings) {
        Optional<RegimeDefinition> under = regimes.find(regime, "/regime", findings);
        Optional<CalendarPeriod> when = periods.find(period, "/period", findings);
        Optional<OrganizationRef> whose = reporters.writable(organization, findings);
        if (under.isPresent() && when.isPresent()) {
            whose.ifPresent(o -> reporters.checkOrReceiver(o, under.get(), when.get(), findings));
            locks.requireOpen(under.get().code(), when.get().code(), "/period", findings);
        }
        return new Place(whose.orElse(null), when.orElse(null), under.orElse(null));
    }

    /** Adds a finding unless the collection of a report that is there is open. */
    void requireOpen(Report report, Findings findings) {
        locks.requireOpen(report.regime(), report.period(), null, findings);
    }

    void planFor(@Nullable String period, Findings findings) {
        periods.find(period, "/planFor", findings);
    }

    /** Adds a finding unless a new section can be put below another. */
    void parent(Report report, @Nullable String parent, Findings findings) {
        if (parent == null) {
            return;
        }
        Optional<String> found = repository.lockNode(report.organization(), report.period(), report.regime(), parent);
        if (found.isEmpty()) {
            findings.add(unknown(parent, repository.nodes(report.organization(), report.period(), report.regime())));
        }
    }

    /** Adds a finding unless a section can be moved below another. */
    void move(Report report, String node, @Nullable String parent, Findings findings) {
        if (parent == null) {
            return;
        }
        Map<String, @Nullable String> above = new HashMap<>();
        repository
                .lockTree(report.organization(), report.period(), report.regime())
                .forEach(link -> above.put(link.node(), link.parent()));
        if (!above.containsKey(parent)) {
            findings.add(unknown(parent, List.copyOf(above.keySet())));
            return;
        }
        for (String place = parent; place != null; place = above.get(place)) {
            if (place.equals(node)) {
                findings.add(Note.error(ProblemCode.SECTION_CYCLE).at(PARENT).actual(parent));
                return;
            }
        }
    }

    private static Note unknown(String parent, List<String> nodes) {
        Note note = Note.error(ProblemCode.UNKNOWN_REFERENCE).at(PARENT).actual(parent);
        return Nearest.of(parent, nodes).map(note::expected).orElse(note);
    }
}
