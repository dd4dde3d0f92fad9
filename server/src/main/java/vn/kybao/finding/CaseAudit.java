package vn.kybao.finding;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import vn.kybao.document.DocumentChecks;
import vn.kybao.document.DocumentNumber;
import vn.kybao.document.DocumentRef;
import vn.kybao.document.DocumentService;
import vn.kybao.document.SymbolCatalogue;
import vn.kybao.inspection.CaseTotals;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.task.TaskTotals;
import vn.kybao.task.TaskTotals.Noted;
import vn.kybao.total.Reach;

/**
 * Tasks, inspections, sanctions and petitions: what was recorded one by one against the totals that were stated, what
 * registers changed too late, and the documents that work and figures name.
 */
@Singleton
class CaseAudit {
    private static final int MOST_DOCUMENTS = 1_000;

    private final TaskTotals tasks;
    private final CaseTotals cases;
    private final CitedRepository cited;
    private final DocumentService documents;

    CaseAudit(TaskTotals tasks, CaseTotals cases, CitedRepository cited, DocumentService documents) {
        this.tasks = tasks;
        this.cases = cases;
        this.cited = cited;
        this.documents = documents;
    }

    /** The totals that were stated, as far as they are open to the reader; counts are, wherever such a figure is. */
    List<Note> totals(Subject subject, List<RegimeDefinition> audited) {
        Reach reach = reach(subject.period(), audited);
        List<Note> notes = new ArrayList<>(
                tasks.findings(tasks.tally(subject.organization(), subject.period(), reach, subject.openRegimes())));
        notes.addAll(cases.findings(cases.of(subject.organization(), subject.period(), reach, subject.openRegimes())));
        return notes;
    }

    /** What single rows say; they belong to an organization, not to a regime, and are for its own subtree only. */
    List<Note> rows(Subject subject, List<RegimeDefinition> audited) {
        Window window = window(subject.period(), audited);
        List<Note> notes = new ArrayList<>();
        Noted changed = tasks.changedAfterClose(subject.organization(), window);
        notes.addAll(changed.notes());
        if (!changed.complete()) {
            notes.add(Incomplete.note("tasks"));
        }
        notes.addAll(documents(subject, window));
        return notes;
    }

    /** By the calendar that the audited regimes share, or the period's own days where they do not. */
    private static Reach reach(CalendarPeriod period, List<RegimeDefinition> audited) {
        List<Reach> all =
                audited.stream().map(regime -> Reach.of(period, regime)).toList();
        return !all.isEmpty() && all.stream().allMatch(all.getFirst()::isSameDays)
                ? all.getFirst()
                : Reach.of(period, null);
    }

    /** From the first to the last day that is the period's by the calendar of any audited regime. */
    private static Window window(CalendarPeriod period, List<RegimeDefinition> audited) {
        List<Window> all =
                audited.stream().map(regime -> period.window(regime.calendar())).toList();
        return all.stream()
                .reduce((one, other) -> new Window(
                        one.start().isBefore(other.start()) ? one.start() : other.start(),
                        one.end().isAfter(other.end()) ? one.end() : other.end()))
                .orElseGet(() -> new Window(period.start(), period.end()));
    }

    /** As far as they are open to the reader. */
    private List<Note> documents(Subject subject, Window window) {
        List<String> ids = cited.documents(
                subject.organization().code(),
                subject.period().code(),
                window.start(),
                window.end(),
                MOST_DOCUMENTS + 1);
        List<Note> notes = new ArrayList<>();
        if (ids.size() > MOST_DOCUMENTS) {
            notes.add(Incomplete.note("documents"));
        }
        Collection<DocumentRef> named =
                documents.open(ids.stream().limit(MOST_DOCUMENTS).toList()).values();
        SymbolCatalogue symbols = documents.symbols();
        named.stream().sorted(Comparator.comparing(DocumentRef::id)).forEach(document -> {
            List<String> link = List.of("/v1/documents/" + document.id());
            String number = document.fullNumber();
            if (number == null) {
                notes.add(Note.warning(ProblemCode.DOCUMENT_NUMBER)
                        .actual(document.raw())
                        .evidence(link));
            } else {
                DocumentNumber.parse(number).stream()
                        .flatMap(read -> DocumentChecks.doubts(read, document.issuer(), symbols).stream())
                        .forEach(note -> notes.add(note.evidence(link)));
            }
        });
        return notes;
    }
}
