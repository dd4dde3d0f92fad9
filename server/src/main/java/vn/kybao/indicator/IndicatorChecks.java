package vn.kybao.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.BreakdownCode;
import vn.kybao.api.model.BreakdownDimension;
import vn.kybao.api.model.IndicatorCreate;
import vn.kybao.calculation.Formula;
import vn.kybao.calculation.Reference;
import vn.kybao.contract.ValueSchema;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Nearest;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** What an indicator must be to be written. */
@Singleton
final class IndicatorChecks {
    private final IndicatorRepository repository;

    IndicatorChecks(IndicatorRepository repository) {
        this.repository = repository;
    }

    void check(IndicatorCreate wanted, JsonNode body, Findings findings) {
        bounds(wanted, findings);
        references(wanted, findings);
        breakdowns(wanted, findings);
        if (wanted.getFormula() != null) {
            formula(wanted.getCode(), wanted.getFormula(), findings);
        }
        JsonNode schema = body.path("schema");
        if (schema.isObject()) {
            for (ValueSchema.Violation violation : ValueSchema.violations(schema)) {
                findings.add(Note.error(ProblemCode.SCHEMA_INVALID)
                        .at("/schema" + violation.pointer())
                        .actual(violation.rule()));
            }
        }
    }

    private static void bounds(IndicatorCreate wanted, Findings findings) {
        if (wanted.getMinimum() != null
                && wanted.getMaximum() != null
                && wanted.getMinimum().compareTo(wanted.getMaximum()) > 0) {
            findings.add(Note.error(ProblemCode.OUT_OF_BOUNDS)
                    .at("/maximum")
                    .actual(wanted.getMaximum().toPlainString())
                    .expected("≥ " + wanted.getMinimum().toPlainString()));
        }
        if (wanted.getValidFrom() != null
                && wanted.getValidTo() != null
                && wanted.getValidTo().isBefore(wanted.getValidFrom())) {
            findings.add(Note.error(ProblemCode.DATES_REVERSED)
                    .at("/validTo")
                    .actual(wanted.getValidTo().toString())
                    .expected("≥ " + wanted.getValidFrom()));
        }
    }

    private void references(IndicatorCreate wanted, Findings findings) {
        exists(wanted.getNumerator(), "/numerator", wanted.getCode(), findings);
        exists(wanted.getDenominator(), "/denominator", wanted.getCode(), findings);
        exists(wanted.getReplaces(), "/replaces", null, findings);
    }

    private void exists(@Nullable String code, String pointer, @Nullable String self, Findings findings) {
        if (code != null && !code.equals(self) && repository.findByCode(code).isEmpty()) {
            findings.add(unknown(code, repository.codes()).at(pointer));
        }
    }

    static Note unknown(String code, Collection<String> known) {
        Note note = Note.error(ProblemCode.UNKNOWN_REFERENCE).actual(code);
        return Nearest.of(code, known).map(note::expected).orElse(note);
    }

    private static void breakdowns(IndicatorCreate wanted, Findings findings) {
        List<BreakdownDimension> dimensions = Objects.requireNonNullElse(wanted.getBreakdowns(), List.of());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < dimensions.size(); i++) {
            BreakdownDimension dimension = dimensions.get(i);
            if (dimension == null) {
                continue;
            }
            if (dimension.getDimension() != null && !seen.add(dimension.getDimension())) {
                findings.add(Note.error(ProblemCode.DUPLICATE_ENTRY)
                        .at("/breakdowns/" + i + "/dimension")
                        .actual(dimension.getDimension()));
            }
            Set<String> codes = new HashSet<>();
            List<BreakdownCode> listed = Objects.requireNonNullElse(dimension.getCodes(), List.of());
            for (int j = 0; j < listed.size(); j++) {
                BreakdownCode code = listed.get(j);
                if (code != null && code.getCode() != null && !codes.add(code.getCode())) {
                    findings.add(Note.error(ProblemCode.DUPLICATE_ENTRY)
                            .at("/breakdowns/" + i + "/codes/" + j + "/code")
                            .actual(code.getCode()));
                }
            }
        }
    }

    private void formula(@Nullable String code, String source, Findings findings) {
        Formula formula;
        try {
            formula = Formula.parse(source);
        } catch (Formula.UnreadableException e) {
            findings.add(Note.error(ProblemCode.FORMULA_INVALID)
                    .at("/formula")
                    .position(e.position(), Math.max(1, e.found().length()))
                    .actual(e.found()));
            return;
        }
        List<String> known = repository.codes();
        for (Reference reference : formula.references()) {
            if (!known.contains(reference.indicator()) && !reference.indicator().equals(code)) {
                findings.add(unknown(reference.indicator(), known)
                        .at("/formula")
                        .position(reference.position(), reference.indicator().length() + 2));
            }
        }
        if (code != null) {
            circle(code, formula, findings);
        }
    }

    /** Follows the formulas of the inputs; one that leads back could never be evaluated. */
    private void circle(String code, Formula formula, Findings findings) {
        Deque<String> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        formula.references().stream()
                .filter(reference -> reference.period() == null)
                .forEach(reference -> open.add(reference.indicator()));
        while (!open.isEmpty()) {
            String next = open.poll();
            if (next.equals(code)) {
                findings.add(
                        Note.error(ProblemCode.FORMULA_CYCLE).at("/formula").actual(code));
                return;
            }
            if (seen.add(next)) {
                repository.findByCode(next).map(IndicatorRow::formula).ifPresent(source -> inputs(source, open));
            }
        }
    }

    private static void inputs(String source, Deque<String> open) {
        try {
            Formula.parse(source).references().stream()
                    .filter(reference -> reference.period() == null)
                    .forEach(reference -> open.add(reference.indicator()));
        } catch (Formula.UnreadableException e) {
            throw new IllegalStateException("a stored formula cannot be read: " + source, e);
        }
    }
}
