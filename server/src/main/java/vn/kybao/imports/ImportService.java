package vn.kybao.imports;

import io.micronaut.http.multipart.CompletedFileUpload;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ImportCells;
import vn.kybao.api.model.ImportProposal;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.api.model.ValidationOutcome;
import vn.kybao.api.model.ValidationResult;
import vn.kybao.http.Problems;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Writes;
import vn.kybao.imports.Header.Column;
import vn.kybao.imports.Table.Line;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Nearest;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.Texts;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;
import vn.kybao.submission.SubmissionService;

/** Reads files into submissions and has them checked as if they were filed; nothing is stored. */
@Singleton
public class ImportService {
    private static final int MOST_NOTES = 1_000;
    private static final String MARK = "kybao:";

    private final RegimeService regimes;
    private final PeriodService periods;
    private final IndicatorService indicators;
    private final SubmissionService submissions;
    private final Problems problems;
    private final Texts texts;
    private final Writes writes;

    ImportService(
            RegimeService regimes,
            PeriodService periods,
            IndicatorService indicators,
            SubmissionService submissions,
            Problems problems,
            Texts texts,
            Writes writes) {
        this.regimes = regimes;
        this.periods = periods;
        this.indicators = indicators;
        this.submissions = submissions;
        this.problems = problems;
        this.texts = texts;
        this.writes = writes;
    }

    /** What the file is said to be. */
    record Asked(
            String regime,
            String period,
            String organization,
            @Nullable LocalDate compiledOn,
            @Nullable String sheet) {}

    /** The file is unpacked before a connection is taken: that may last. */
    ImportProposal propose(CompletedFileUpload file, Asked asked) {
        List<Table> tables;
        try {
            tables = Tables.read(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writes.rehearse(() -> propose(tables, asked));
    }

    private ImportProposal propose(List<Table> tables, Asked asked) {
        List<Note> notes = new ArrayList<>();
        Optional<Reading> reading = reading(tables, asked, notes);
        SubmissionCreate submission = new SubmissionCreate()
                .regime(asked.regime())
                .period(asked.period())
                .organization(asked.organization())
                .compiledOn(asked.compiledOn())
                .values(reading.map(Reading::values).orElse(List.of()));
        Findings findings = new Findings();
        ValidationResult result = submissions.validate(submission, findings);
        // What reading and checking both find is told once, with its place in the submission.
        Set<List<@Nullable String>> checked =
                findings.all().stream().map(ImportService::cellAndCode).collect(Collectors.toSet());
        reading.ifPresent(read -> read.notes().stream()
                .filter(note -> !checked.contains(cellAndCode(note)))
                .forEach(notes::add));
        notes.addAll(findings.all());
        boolean refused = notes.stream().anyMatch(Note::isError);
        return new ImportProposal()
                .submission(submission.getValues().isEmpty() ? null : submission)
                .wouldBe(refused ? ValidationOutcome.REJECTED : result.getWouldBe())
                .findings(problems.words(ordered(notes), RequestState.current().language()))
                .totalFindings(notes.size())
                .totals(Findings.totals(notes))
                .cells(cells(reading));
    }

    private static List<@Nullable String> cellAndCode(Note note) {
        return Arrays.asList(note.place().itemRef(), note.wireCode());
    }

    private Optional<Reading> reading(List<Table> tables, Asked asked, List<Note> notes) {
        Optional<RegimeDefinition> regime = regimes.find(asked.regime());
        Optional<CalendarPeriod> period = periods.find(asked.period());
        Optional<Header> header = header(tables, asked, notes);
        header.ifPresent(found -> {
            marks(found, asked, notes);
            doubled(found, notes);
        });
        if (regime.isEmpty() || period.isEmpty() || header.isEmpty()) {
            return Optional.empty();
        }
        Catalogue catalogue = new Catalogue(indicators.described(regime.get().indicators()), texts);
        return Optional.of(new Reading(header.get(), catalogue, regime.get(), period.get()).read());
    }

    private static Optional<Header> header(List<Table> tables, Asked asked, List<Note> notes) {
        List<Table> wanted = tables;
        if (asked.sheet() != null) {
            String name = asked.sheet().strip();
            wanted = tables.stream().filter(table -> name.equals(table.sheet())).toList();
            if (wanted.isEmpty()) {
                List<String> sheets = tables.stream()
                        .map(table -> table.sheet() == null ? "" : table.sheet())
                        .filter(sheet -> !sheet.isEmpty())
                        .toList();
                Note note =
                        Note.error(ProblemCode.UNKNOWN_REFERENCE).at("/sheet").actual(name);
                notes.add(Nearest.of(name, sheets).map(note::expected).orElse(note));
                return Optional.empty();
            }
        }
        Optional<Header> header =
                wanted.stream().flatMap(table -> Header.of(table).stream()).findFirst();
        if (header.isEmpty()) {
            notes.add(Note.error(ProblemCode.HEADER_NOT_FOUND).at("/file"));
        }
        return header;
    }

    /** A form says of what regime, period and organization it is. */
    private static void marks(Header header, Asked asked, List<Note> notes) {
        Map<String, String> wanted =
                Map.of("regime", asked.regime(), "period", asked.period(), "organization", asked.organization());
        for (Line line : header.above()) {
            for (int column = 0; column < line.cells().size(); column++) {
                String text = line.text(column);
                int sign = text.indexOf('=');
                if (!text.startsWith(MARK) || sign < 0) {
                    continue;
                }
                String field = text.substring(MARK.length(), sign);
                String is = text.substring(sign + 1);
                String asks = wanted.get(field);
                if (asks != null && !asks.equals(is)) {
                    notes.add(Note.error(ProblemCode.FORM_DIFFERS)
                            .at("/" + field)
                            .item(header.table().address(line, column), null)
                            .actual(is)
                            .expected(asks));
                }
            }
        }
    }

    private static void doubled(Header header, List<Note> notes) {
        for (Column column : List.of(Column.VALUE, Column.CODE, Column.MEASURE, Column.BREAKDOWN)) {
            List<Integer> places = header.doubled(column);
            if (places.size() > 1) {
                notes.add(Note.error(ProblemCode.HEADER_NOT_FOUND)
                        .at("/file")
                        .item(header.table().address(header.line(), places.get(1)), null)
                        .actual(header.line().text(places.get(1)))
                        .with("variant", "doubled")
                        .with("first", header.table().address(header.line(), places.getFirst())));
            }
        }
    }

    private static List<Note> ordered(List<Note> notes) {
        List<Note> ordered =
                new ArrayList<>(notes.stream().filter(Note::isError).toList());
        notes.stream().filter(note -> !note.isError()).forEach(ordered::add);
        return ordered.subList(0, Math.min(ordered.size(), MOST_NOTES));
    }

    private static ImportCells cells(Optional<Reading> reading) {
        return reading.map(read -> new ImportCells()
                        .sheet(read.header().table().sheet())
                        .header(read.header().line().number())
                        .proposed(read.values().size())
                        .refused(read.refused())
                        .empty(read.empty()))
                .orElse(new ImportCells().proposed(0).refused(0).empty(0));
    }
}
