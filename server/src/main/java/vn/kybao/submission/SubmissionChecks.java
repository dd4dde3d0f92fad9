package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.api.model.SubmissionValue;
import vn.kybao.collection.CollectionService;
import vn.kybao.document.DocumentService;
import vn.kybao.http.RequestState;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.observation.ObservationKey;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.Texts;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;
import vn.kybao.regime.Reporters;
import vn.kybao.time.Vietnam;
import vn.kybao.validation.Required;

/** Everything that can be said of a submission in one pass; what could not be found is skipped, not guessed. */
@Singleton
final class SubmissionChecks {
    private static final int MOST_SUGGESTIONS = 20;

    private final RegimeService regimes;
    private final Reporters reporters;
    private final PeriodService periods;
    private final CollectionService collections;
    private final IndicatorService indicators;
    private final DocumentService documents;
    private final Texts texts;
    private final Clock clock;

    SubmissionChecks(
            RegimeService regimes,
            Reporters reporters,
            PeriodService periods,
            CollectionService collections,
            IndicatorService indicators,
            DocumentService documents,
            Texts texts,
            Clock clock) {
        this.regimes = regimes;
        this.reporters = reporters;
        this.periods = periods;
        this.collections = collections;
        this.indicators = indicators;
        this.documents = documents;
        this.texts = texts;
        this.clock = clock;
    }

    /** Finds what the submission is about: reporter, regime, period, and whether the collection takes figures. */
    Filing filing(SubmissionCreate wanted, Findings findings) {
        Optional<RegimeDefinition> regime = regimes.find(wanted.getRegime(), "/regime", findings);
        Optional<CalendarPeriod> period = periods.find(wanted.getPeriod(), "/period", findings);
        Optional<OrganizationRef> organization = reporters.writable(wanted.getOrganization(), findings);
        if (regime.isPresent() && period.isPresent() && organization.isPresent()) {
            reporters.check(organization.get(), regime.get(), period.get(), findings);
        }
        Optional<CollectionService.State> collection = regime.isPresent() && period.isPresent()
                ? collection(regime.get(), period.get(), findings)
                : Optional.empty();
        documents(wanted, findings);
        return new Filing(
                organization.orElse(null),
                regime.orElse(null),
                period.orElse(null),
                collection.orElse(null),
                compiledOn(wanted, findings));
    }

    /** Checks every value. */
    void values(SubmissionCreate wanted, Filing filing, Map<String, IndicatorDefinition> known, Findings findings) {
        ValueChecks checks = new ValueChecks(filing, findings, texts);
        Map<ObservationKey, Integer> places = new HashMap<>();
        Map<String, Note> unknown = new HashMap<>();
        List<SubmissionValue> values = SentValues.values(wanted);
        for (int i = 0; i < values.size(); i++) {
            SubmissionValue value = values.get(i);
            if (value == null || value.getIndicator() == null) {
                continue;
            }
            IndicatorDefinition indicator = known.get(value.getIndicator());
            if (indicator == null) {
                findings.add(unknown.computeIfAbsent(value.getIndicator(), code -> unknown(code, unknown.size()))
                        .at("/values/" + i + "/indicator")
                        .item(value.getItemRef(), i));
                continue;
            }
            checks.check(value, i, indicator);
            if (value.getMeasure() != null) {
                Integer earlier = places.putIfAbsent(SentValues.key(value), i);
                if (earlier != null) {
                    duplicate(values, i, earlier, indicator, findings);
                }
            }
        }
    }

    /** Neither of two answers to one question is better than the other. */
    private static void duplicate(
            List<SubmissionValue> values, int place, int earlier, IndicatorDefinition indicator, Findings findings) {
        findings.add(duplicate(values.get(place), place, earlier, indicator));
        if (!findings.refuses("/values/" + earlier)) {
            findings.add(duplicate(values.get(earlier), earlier, place, indicator));
        }
    }

    private static Note duplicate(SubmissionValue value, int place, int other, IndicatorDefinition indicator) {
        return Note.error(ProblemCode.DUPLICATE_OBSERVATION)
                .at("/values/" + place)
                .item(value.getItemRef(), place)
                .with("name", indicator.name())
                .with("place", String.valueOf(place + 1))
                .expected(String.valueOf(other + 1));
    }

    /** Looks for the nearest known indicator for the first few only: a list of strangers would take for ever. */
    private Note unknown(String code, int before) {
        return before < MOST_SUGGESTIONS
                ? indicators.unknown(code)
                : Note.error(ProblemCode.UNKNOWN_REFERENCE).actual(code);
    }

    /** The indicators that the values name, as far as they exist. */
    Map<String, IndicatorDefinition> indicators(SubmissionCreate wanted, @Nullable RegimeDefinition regime) {
        TreeSet<String> codes = new TreeSet<>();
        SentValues.values(wanted).stream()
                .filter(Objects::nonNull)
                .map(SubmissionValue::getIndicator)
                .filter(Objects::nonNull)
                .forEach(codes::add);
        if (regime != null) {
            codes.addAll(regime.indicators());
        }
        return indicators.definitions(codes);
    }

    /** Says which required indicators the filing still lacks; it refuses nothing. */
    static void required(
            Filing filing, Set<ObservationKey> present, Map<String, IndicatorDefinition> known, Findings findings) {
        if (filing.regime() == null || filing.period() == null) {
            return;
        }
        Required.missing(filing.regime(), filing.period(), present, known).forEach(findings::add);
    }

    private Optional<CollectionService.State> collection(
            RegimeDefinition regime, CalendarPeriod period, Findings findings) {
        Optional<CollectionService.State> state = collections.hold(regime.code(), period.code());
        if (state.isEmpty()) {
            findings.add(Note.error(ProblemCode.PERIOD_CLOSED)
                    .at("/period")
                    .with("regime", regime.code())
                    .with("period", period.code())
                    .actual(texts.text("status.none", RequestState.current().language())));
        }
        return state;
    }

    private LocalDate compiledOn(SubmissionCreate wanted, Findings findings) {
        LocalDate today = Vietnam.today(clock);
        LocalDate compiled = Objects.requireNonNullElse(wanted.getCompiledOn(), today);
        if (compiled.isAfter(today)) {
            findings.add(Note.error(ProblemCode.COMPILED_LATER)
                    .at("/compiledOn")
                    .with("compiled", compiled)
                    .with("today", today)
                    .actual(compiled.toString())
                    .expected(today.toString()));
        }
        return compiled;
    }

    /** A figure stands in a document that the caller can read. */
    private void documents(SubmissionCreate wanted, Findings findings) {
        List<SubmissionValue> values = SentValues.values(wanted);
        Set<String> cited = values.stream()
                .filter(Objects::nonNull)
                .map(SubmissionValue::getDocument)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> open = documents.open(cited).keySet();
        for (int i = 0; i < values.size() && open.size() < cited.size(); i++) {
            SubmissionValue value = values.get(i);
            if (value != null && value.getDocument() != null && !open.contains(value.getDocument())) {
                findings.add(Note.error(ProblemCode.UNKNOWN_REFERENCE)
                        .at("/values/" + i + "/document")
                        .item(value.getItemRef(), i)
                        .actual(value.getDocument()));
            }
        }
    }
}
