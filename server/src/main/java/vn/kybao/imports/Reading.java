package vn.kybao.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.SubmissionValue;
import vn.kybao.api.model.Unit;
import vn.kybao.api.model.ValueState;
import vn.kybao.calculation.Breakdowns;
import vn.kybao.imports.Cell.Kind;
import vn.kybao.imports.Header.Column;
import vn.kybao.imports.Table.Line;
import vn.kybao.number.NumberReader;
import vn.kybao.number.PrintedNumber;
import vn.kybao.observation.ObservationKey;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.regime.RegimeDefinition;

/** Reads the rows of one table; what cannot be read for certain is left out and noted at its cell. */
final class Reading {
    private static final int LONGEST_NOTE = 2_000;
    private static final int MOST_SUGGESTIONS = 20;

    private final Header header;
    private final Catalogue catalogue;
    private final RegimeDefinition regime;
    private final CalendarPeriod period;

    private final List<SubmissionValue> values = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<ObservationKey, String> places = new HashMap<>();
    private int refused;
    private int empty;
    private int suggestions;

    Reading(Header header, Catalogue catalogue, RegimeDefinition regime, CalendarPeriod period) {
        this.header = header;
        this.catalogue = catalogue;
        this.regime = regime;
        this.period = period;
    }

    /** Ends a row. */
    private static final class Unclear extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Note note;

        Unclear(Note note) {
            super(note.code().code(), null, false, false);
            this.note = note;
        }
    }

    Reading read() {
        List<Line> rows = header.below();
        for (Line row : rows) {
            String address = header.address(row, Column.VALUE);
            try {
                value(row, address);
            } catch (Unclear unclear) {
                refused++;
                notes.add(unclear.note.item(address, null));
            }
        }
        if (values.size() + refused > Refusals.MOST_LINES) {
            throw Refusals.tooManyLines(values.size() + refused);
        }
        return this;
    }

    private void value(Line row, String address) throws Unclear {
        Cell cell = row.cell(header.place(Column.VALUE));
        String label = header.text(row, Column.CODE);
        label = label.isEmpty() ? header.text(row, Column.NAME) : label;
        if (cell.isBlank()) {
            // A heading, a line to sign on, or a figure that is not there yet.
            empty += label.isEmpty() || catalogue.indicators(label).isEmpty() ? 0 : 1;
            return;
        }
        Indicator indicator = indicator(label);
        PrintedNumber number = number(cell, header.text(row, Column.UNIT), indicator);
        if (number.state() == ValueState.NOT_REPORTED) {
            empty++;
            return;
        }
        Measure measure = measure(row, indicator, number);
        Map<String, String> breakdown = breakdown(row, indicator);
        String earlier = places.putIfAbsent(
                new ObservationKey(indicator.getCode(), measure, Breakdowns.canonical(breakdown)), address);
        if (earlier != null) {
            throw new Unclear(Note.error(ProblemCode.DUPLICATE_OBSERVATION)
                    .expected(earlier)
                    .with("variant", "cell"));
        }
        SubmissionValue value = new SubmissionValue()
                .itemRef(address)
                .indicator(indicator.getCode())
                .measure(measure)
                .value(number.value())
                .state(number.state())
                .qualifier(number.qualifier() == Qualifier.EXACT ? null : number.qualifier())
                .breakdown(breakdown.isEmpty() ? null : breakdown)
                .text(number.text())
                .note(note(row, address));
        int index = values.size();
        values.add(value);
        number.note()
                .ifPresent(doubt -> notes.add(doubt.with("name", indicator.getName())
                        .at("/values/" + index + "/value")
                        .item(address, index)));
    }

    private Indicator indicator(String label) throws Unclear {
        List<Indicator> found = label.isEmpty() ? List.of() : catalogue.indicators(label);
        if (found.size() == 1) {
            return found.getFirst();
        }
        Note note = Note.error(ProblemCode.UNKNOWN_REFERENCE).actual(label.isEmpty() ? "–" : label);
        if (found.size() > 1) {
            throw new Unclear(note.with("variant", "several")
                    .expected(String.join(
                            ", ", found.stream().map(Indicator::getCode).toList())));
        }
        suggestions++;
        Optional<String> nearest = suggestions > MOST_SUGGESTIONS ? Optional.empty() : catalogue.nearest(label);
        throw new Unclear(nearest.map(note::expected).orElse(note));
    }

    private static PrintedNumber number(Cell cell, String unit, Indicator indicator) throws Unclear {
        if (cell.kind() != Kind.TEXT) {
            throw new Unclear(Note.error(ProblemCode.NUMBER_UNREADABLE)
                    .actual(cell.text())
                    .with("variant", cell.kind() == Kind.DATE ? "date" : "failed"));
        }
        PrintedNumber number = read(cell.text(), indicator);
        if (number.unit() == null && number.value() != null && changes(unit, indicator)) {
            // The column says thousands, or million đồng, where the catalogue does not.
            number = read(cell.text() + " " + unit, indicator);
        }
        if (number.isRefused()) {
            throw new Unclear(number.note().orElseThrow().with("name", indicator.getName()));
        }
        return number;
    }

    private static PrintedNumber read(String printed, Indicator indicator) {
        return NumberReader.read(
                printed,
                indicator.getValueType(),
                Objects.requireNonNull(indicator.getDecimals()),
                indicator.getUnit().getCode());
    }

    /** True when a unit that is printed beside a number is not the indicator's own. */
    private static boolean changes(String unit, Indicator indicator) {
        Unit own = indicator.getUnit();
        String folded = Catalogue.folded(unit);
        if (folded.isEmpty()
                || folded.equals(Catalogue.folded(own.getCode()))
                || folded.equals(Catalogue.folded(own.getName().getVi()))
                || (own.getName().getEn() != null
                        && folded.equals(Catalogue.folded(own.getName().getEn())))) {
            return false;
        }
        PrintedNumber one = read("1 " + unit, indicator);
        return one.value() == null || one.value().compareTo(BigDecimal.ONE) != 0;
    }

    /** The one that the row names, else the only one that is expected, else the estimate that a word says it is. */
    private Measure measure(Line row, Indicator indicator, PrintedNumber number) throws Unclear {
        String printed = header.text(row, Column.MEASURE_CODE);
        printed = printed.isEmpty() ? header.text(row, Column.MEASURE) : printed;
        Set<Measure> expected = regime.expected(indicator.getCode(), period.type())
                .map(RegimeDefinition.Expected::measures)
                .orElse(Set.of());
        String names = expected.isEmpty()
                ? "–"
                : String.join(
                        ", ", expected.stream().sorted().map(Measure::getValue).toList());
        Measure measure = null;
        if (!printed.isEmpty()) {
            measure = catalogue.measure(printed).orElse(null);
        } else if (expected.size() == 1) {
            measure = expected.iterator().next();
        } else if (number.estimate() && expected.contains(Measure.ESTIMATE)) {
            measure = Measure.ESTIMATE;
        } else if (expected.isEmpty()) {
            throw new Unclear(Note.error(ProblemCode.NOT_EXPECTED)
                    .with("regime", regime.code())
                    .with("name", indicator.getName())
                    .actual(indicator.getCode()));
        }
        if (measure == null) {
            throw new Unclear(Note.error(ProblemCode.MEASURE_UNCLEAR)
                    .actual(printed.isEmpty() ? "–" : printed)
                    .expected(names));
        }
        if (measure == Measure.ACTUAL && number.estimate()) {
            throw new Unclear(Note.error(ProblemCode.ESTIMATE_FLAGGED)
                    .actual(number.text())
                    .with("name", indicator.getName())
                    .with("variant", "printed"));
        }
        return measure;
    }

    private Map<String, String> breakdown(Line row, Indicator indicator) throws Unclear {
        String code = header.text(row, Column.BREAKDOWN_CODE);
        boolean coded = header.columns().containsKey(Column.BREAKDOWN_CODE)
                && (!code.isEmpty() || !header.text(row, Column.CODE).isEmpty());
        String printed = coded ? code : header.text(row, Column.BREAKDOWN);
        Optional<Map<String, String>> breakdown = catalogue.breakdown(indicator, printed);
        if (breakdown.isEmpty()) {
            throw new Unclear(Note.error(ProblemCode.UNKNOWN_BREAKDOWN)
                    .with("name", indicator.getName())
                    .actual(printed)
                    .expected(Catalogue.breakdowns(indicator)));
        }
        return breakdown.get();
    }

    private @Nullable String note(Line row, String address) {
        String text = header.text(row, Column.NOTE);
        if (text.length() > LONGEST_NOTE) {
            notes.add(Note.warning(ProblemCode.WRONG_LENGTH)
                    .item(address, values.size())
                    .at("/values/" + values.size() + "/note")
                    .actual(String.valueOf(text.length()))
                    .expected("≤ " + LONGEST_NOTE));
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    List<SubmissionValue> values() {
        return values;
    }

    List<Note> notes() {
        return notes;
    }

    int refused() {
        return refused;
    }

    int empty() {
        return empty;
    }

    Header header() {
        return Objects.requireNonNull(header);
    }
}
