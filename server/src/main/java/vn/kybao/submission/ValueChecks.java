package vn.kybao.submission;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.CollectionStatus;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.SubmissionValue;
import vn.kybao.api.model.ValueState;
import vn.kybao.api.model.ValueType;
import vn.kybao.contract.Decimals;
import vn.kybao.contract.ValueSchema;
import vn.kybao.http.RequestState;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.number.NumberReader;
import vn.kybao.number.PrintedNumber;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Language;
import vn.kybao.problem.Note;
import vn.kybao.problem.Numbers;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.Texts;
import vn.kybao.time.Validity;

/** The rules for one value: against its indicator, its regime and its collection. */
final class ValueChecks {
    private final Filing filing;
    private final Findings findings;
    private final Texts texts;
    private final @Nullable Window window;
    private final Expectations expectations;

    ValueChecks(Filing filing, Findings findings, Texts texts) {
        this.filing = filing;
        this.findings = findings;
        this.texts = texts;
        this.window = filing.period() == null || filing.regime() == null
                ? null
                : filing.period().window(filing.regime().calendar());
        this.expectations = new Expectations(filing, findings, texts);
    }

    /**
     * Checks a value.
     *
     * @param value as sent; parts that the contract refused are missing
     * @param index its place
     * @param indicator what it measures
     */
    void check(SubmissionValue value, int index, IndicatorDefinition indicator) {
        Item item = new Item(value, index);
        subject(item, indicator);
        expectations.check(value, index, indicator);
        lock(item);
        estimate(item, indicator);
        if (stateFits(item, indicator)) {
            number(item, indicator);
            printed(item, indicator);
        }
        schema(item, indicator);
    }

    private record Item(SubmissionValue value, int index) {
        Note error(ProblemCode code, String field) {
            return at(Note.error(code), field);
        }

        Note at(Note note, String field) {
            return ValueChecks.at(note, value, index, field);
        }
    }

    static Note at(Note note, SubmissionValue value, int index, String field) {
        return note.at("/values/" + index + (field.isEmpty() ? "" : "/" + field))
                .item(value.getItemRef(), index);
    }

    private void subject(Item item, IndicatorDefinition indicator) {
        if (window != null && !indicator.existsWithin(window.start(), window.end())) {
            findings.add(item.error(ProblemCode.SUBJECT_VALID, "indicator")
                    .with("name", indicator.name())
                    .actual(indicator.code())
                    .expected(Validity.text(indicator.validFrom(), indicator.validTo())));
        }
    }

    /** Plans and targets are taken while the collection is planned or open, all else while it is open. */
    private void lock(Item item) {
        Measure measure = item.value().getMeasure();
        if (filing.collection() == null || filing.regime() == null || filing.period() == null || measure == null) {
            return;
        }
        CollectionStatus status = filing.collection().status();
        boolean plan = measure == Measure.PLAN || measure == Measure.TARGET;
        if (status == CollectionStatus.OPEN || (plan && status == CollectionStatus.PLANNED)) {
            return;
        }
        findings.add(item.error(ProblemCode.PERIOD_CLOSED, "measure")
                .with("regime", filing.regime().code())
                .with("period", filing.period().code())
                .actual(status.getValue()));
    }

    private void estimate(Item item, IndicatorDefinition indicator) {
        if (item.value().getMeasure() != Measure.ACTUAL || window == null) {
            return;
        }
        LocalDate end =
                filing.collection() == null ? window.end() : filing.collection().windowEnd();
        LocalDate asOf = item.value().getAsOf();
        if (!filing.compiledOn().isAfter(end)) {
            findings.add(item.error(ProblemCode.ESTIMATE_FLAGGED, "measure")
                    .with("name", indicator.name())
                    .with("compiled", filing.compiledOn())
                    .with("end", end)
                    .actual(filing.compiledOn().toString())
                    .expected("> " + end));
        } else if (asOf != null && asOf.isAfter(filing.compiledOn())) {
            findings.add(item.error(ProblemCode.ESTIMATE_FLAGGED, "asOf")
                    .with("variant", "as-of")
                    .with("name", indicator.name())
                    .with("day", asOf)
                    .with("compiled", filing.compiledOn())
                    .actual(asOf.toString())
                    .expected("≤ " + filing.compiledOn()));
        }
    }

    private boolean stateFits(Item item, IndicatorDefinition indicator) {
        BigDecimal value = item.value().getValue();
        ValueState state = state(item.value());
        boolean fits = switch (state) {
            case REPORTED -> value != null;
            case NONE_DECLARED -> value != null && value.signum() == 0;
            case NOT_REPORTED, NOT_APPLICABLE -> value == null;
        };
        boolean refusedAlready = value == null && findings.refuses("/values/" + item.index() + "/value");
        if (fits || refusedAlready) {
            return fits;
        }
        String wanted = switch (state) {
            case REPORTED -> "value.a-number";
            case NONE_DECLARED -> "value.zero";
            case NOT_REPORTED, NOT_APPLICABLE -> "value.none";
        };
        Note note = item.error(ProblemCode.NULL_NOT_ZERO, "value")
                .with("name", indicator.name())
                .with("state", texts.both("ValueState." + state.getValue()))
                .with("wanted", texts.both(wanted));
        findings.add((value == null ? note.with("variant", "empty") : note.with("number", value))
                .actual(value == null ? "null" : value.toPlainString())
                .expected(texts.text(wanted, RequestState.current().language())));
        return false;
    }

    private void number(Item item, IndicatorDefinition indicator) {
        BigDecimal value = item.value().getValue();
        if (value == null) {
            return;
        }
        if (indicator.valueType() == ValueType.PERCENT && !indicator.denominatorKnown()) {
            findings.add(item.error(ProblemCode.DENOMINATOR_NAMED, "indicator").with("name", indicator.name()));
        }
        boolean whole = value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
        if (indicator.valueType() == ValueType.COUNT && (!whole || value.signum() < 0)) {
            findings.add(item.error(ProblemCode.COUNT_INTEGRAL, "value")
                    .with("name", indicator.name())
                    .with("number", value)
                    .actual(value.toPlainString()));
        }
        boolean low = indicator.minimum() != null && value.compareTo(indicator.minimum()) < 0;
        boolean high = indicator.maximum() != null && value.compareTo(indicator.maximum()) > 0;
        if (low || high) {
            findings.add(item.error(ProblemCode.VALUE_RANGE, "value")
                    .with("name", indicator.name())
                    .with("number", value)
                    .with(
                            "range",
                            new LocalizedText()
                                    .vi(range(indicator, Language.VI))
                                    .en(range(indicator, Language.EN)))
                    .actual(value.toPlainString())
                    .expected(range(indicator, null)));
        }
    }

    /** The number as printed is clear, and the one that was sent. */
    private void printed(Item item, IndicatorDefinition indicator) {
        BigDecimal value = item.value().getValue();
        if (item.value().getText() == null || value == null) {
            return;
        }
        PrintedNumber printed = NumberReader.read(
                item.value().getText(),
                indicator.valueType(),
                indicator.spec().decimals(),
                indicator.unit().getCode());
        printed.note()
                .filter(note -> note.code() == ProblemCode.SEPARATOR_AMBIGUOUS)
                .ifPresent(note -> findings.add(item.at(note, "text").with("name", indicator.name())));
        if (printed.value() != null && printed.value().compareTo(value) != 0) {
            findings.add(item.at(Note.warning(ProblemCode.TEXT_DIFFERS), "text")
                    .with("name", indicator.name())
                    .with("number", value)
                    .with("found", printed.value())
                    .actual(item.value().getText()));
        }
    }

    /** The range in words of a language, or in plain decimals. */
    private static String range(IndicatorDefinition indicator, @Nullable Language words) {
        String low = indicator.minimum() == null ? "−∞" : number(indicator.minimum(), words);
        String high = indicator.maximum() == null ? "∞" : number(indicator.maximum(), words);
        return low + " – " + high;
    }

    private static String number(BigDecimal value, @Nullable Language words) {
        return words == null ? Decimals.plain(value) : Numbers.in(words, value);
    }

    private void schema(Item item, IndicatorDefinition indicator) {
        ValueSchema schema = indicator.schema();
        if (schema == null) {
            return;
        }
        for (ValueSchema.Violation violation : schema.check(presented(item.value()))) {
            findings.add(
                    item.error(ProblemCode.REQUIRED_SCHEMA, violation.pointer().replaceFirst("^/", ""))
                            .with("name", indicator.name())
                            .actual(violation.pointer().isEmpty() ? "/" : violation.pointer())
                            .expected(violation.rule()));
        }
    }

    /** The value object as a schema sees it: {@code value} is an exact number. */
    private static ObjectNode presented(SubmissionValue value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (value.getValue() == null) {
            node.putNull("value");
        } else {
            node.set("value", DecimalNode.valueOf(value.getValue()));
        }
        node.put("state", state(value).getValue());
        if (value.getMeasure() != null) {
            node.put("measure", value.getMeasure().getValue());
        }
        if (value.getQualifier() != null) {
            node.put("qualifier", value.getQualifier().getValue());
        }
        if (value.getText() != null) {
            node.put("text", value.getText());
        }
        if (value.getNote() != null) {
            node.put("note", value.getNote());
        }
        if (value.getAsOf() != null) {
            node.put("asOf", value.getAsOf().toString());
        }
        ObjectNode breakdown = node.putObject("breakdown");
        Objects.requireNonNullElse(value.getBreakdown(), Map.<String, String>of())
                .forEach(breakdown::put);
        return node;
    }

    static ValueState state(SubmissionValue value) {
        @Nullable ValueState state = value.getState();
        return state == null ? ValueState.REPORTED : state;
    }
}
