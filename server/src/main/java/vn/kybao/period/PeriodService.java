package vn.kybao.period;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Period;
import vn.kybao.api.model.PeriodCreate;
import vn.kybao.api.model.PeriodType;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.Texts;
import vn.kybao.time.Vietnam;

/** Periods: the standard ones by their grammar, ad-hoc ones as they were made. */
@Singleton
public class PeriodService {
    private static final String ADHOC = "adhoc-";

    private final PeriodRepository repository;
    private final Texts texts;
    private final Clock clock;

    PeriodService(PeriodRepository repository, Texts texts, Clock clock) {
        this.repository = repository;
        this.texts = texts;
        this.clock = clock;
    }

    public Optional<CalendarPeriod> find(String code) {
        return code.startsWith(ADHOC)
                ? repository.findByCode(code).map(PeriodService::calendar)
                : CalendarPeriod.parse(code);
    }

    /** The period, or a finding that says what periods look like. */
    public Optional<CalendarPeriod> find(@Nullable String code, String pointer, Findings findings) {
        if (code == null) {
            return Optional.empty();
        }
        Optional<CalendarPeriod> period = find(code);
        if (period.isEmpty()) {
            findings.add(unknown(code).at(pointer));
        }
        return period;
    }

    /** The finding for a period that does not exist. */
    public Note unknown(String code) {
        return Note.error(ProblemCode.UNKNOWN_PERIOD)
                .actual(code)
                .expected(texts.text("period-forms", RequestState.current().language()));
    }

    /** Every period that touches a year, by start and end. */
    public List<CalendarPeriod> ofYear(int year) {
        Stream<CalendarPeriod> adhoc =
                repository.touching(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                        .map(PeriodService::calendar);
        return Stream.concat(CalendarPeriod.ofYear(year).stream(), adhoc)
                .sorted(Comparator.comparing(CalendarPeriod::start)
                        .thenComparing(CalendarPeriod::end)
                        .thenComparing(CalendarPeriod::code))
                .toList();
    }

    /** Codes of the periods that hold every day of one, that one among them; none when there is no such period. */
    public List<String> around(String code) {
        return find(code).stream()
                .flatMap(inner -> ofYear(inner.start().getYear()).stream()
                        .filter(outer -> !outer.start().isAfter(inner.start())
                                && !outer.end().isBefore(inner.end())))
                .map(CalendarPeriod::code)
                .toList();
    }

    List<Period> list(@Nullable Integer year, @Nullable PeriodType type) {
        return ofYear(year == null ? Vietnam.today(clock).getYear() : year).stream()
                .filter(period -> type == null || period.type() == type)
                .map(PeriodService::wire)
                .toList();
    }

    Period get(String code) {
        return find(code).map(PeriodService::wire).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    Outcome<Period> create(PeriodCreate wanted, Findings findings) {
        LocalDate start = wanted.getStartDate();
        LocalDate end = wanted.getEndDate();
        if (start != null && end != null && end.isBefore(start)) {
            findings.add(Note.error(ProblemCode.DATES_REVERSED)
                    .at("/endDate")
                    .actual(end.toString())
                    .expected("≥ " + start));
        }
        findings.throwIfErrors();
        if (repository.findByCode(wanted.getCode()).isPresent()) {
            throw new ProblemException(
                    Note.error(ProblemCode.CODE_TAKEN).at("/code").actual(wanted.getCode()));
        }
        AdhocPeriodRow row = new AdhocPeriodRow(wanted.getCode(), start, end, clock.instant());
        repository.save(row);
        return Outcome.created(
                wire(calendar(row)),
                1,
                "/v1/periods/" + row.code(),
                new Change("CREATED", "period", row.code(), Caller.current().organization(), 1, null));
    }

    private static CalendarPeriod calendar(AdhocPeriodRow row) {
        return new CalendarPeriod(row.code(), PeriodType.AD_HOC, row.startDate(), row.endDate());
    }

    private static Period wire(CalendarPeriod period) {
        return new Period()
                .code(period.code())
                .type(period.type())
                .startDate(period.start())
                .endDate(period.end())
                .cumulative(period.cumulative());
    }
}
