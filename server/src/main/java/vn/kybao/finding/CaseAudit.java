package vn.kybao.finding;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.document.DocumentChecks;
import vn.kybao.document.DocumentNumber;
import vn.kybao.document.DocumentRef;
import vn.kybao.document.DocumentService;
import vn.kybao.document.SymbolCatalogue;
import vn.kybao.inspection.CaseTotals;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.task.TaskTally;
import vn.kybao.task.TaskTotals;

/**
 * Tasks, inspections, sanctions and petitions: what was recorded one by one against the totals that were stated, and the
 * documents that tasks and sanctions name.
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

    /** Counts by the calendar of the regime, or by the period's own days where several are audited. */
    List<Note> notes(Subject subject, @Nullable RegimeDefinition regime) {
        Window window = regime == null
                ? new Window(subject.period().start(), subject.period().end())
                : subject.period().window(regime.calendar());
        TaskTally tally = tasks.tally(subject.organization(), subject.period(), window, null, subject.openRegimes());
        List<Note> notes = new ArrayList<>();
        tally.findings().forEach(note -> notes.add(linked(note, tally.link())));
        String counted = "/v1/inspections/statistics?organization="
                + subject.organization().code() + "&period=" + subject.period().code();
        cases.of(subject.organization(), subject.period(), regime, subject.openRegimes())
                .findings()
                .forEach(note -> notes.add(linked(note, counted)));
        notes.addAll(documents(subject, window));
        return notes;
    }

    /** As far as they are open to the reader. */
    private List<Note> documents(Subject subject, Window window) {
        Collection<DocumentRef> named = documents
                .open(cited.documents(subject.organization().code(), window.start(), window.end(), MOST_DOCUMENTS))
                .values();
        SymbolCatalogue symbols = documents.symbols();
        List<Note> notes = new ArrayList<>();
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

    private static Note linked(Note note, String statistics) {
        List<String> links = new ArrayList<>(note.evidence());
        links.add(statistics);
        return note.evidence(links);
    }
}
