package vn.kybao.inspection;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.PetitionKind;
import vn.kybao.api.model.SanctionMeasure;
import vn.kybao.inspection.CountRepository.Group;
import vn.kybao.inspection.CountRepository.Inspected;
import vn.kybao.inspection.CountRepository.Petitioned;
import vn.kybao.inspection.CountRepository.Sanctioned;

/**
 * What the rows of a span come to.
 *
 * @param inspected inspections by role, kind and whether they were planned
 * @param sanctioned sanctions by measure and kind of subject
 * @param petitioned petitions and visits by kind
 */
record CaseCounts(List<Inspected> inspected, List<Sanctioned> sanctioned, List<Petitioned> petitioned) {
    private static final Comparator<Group> MOST_FIRST = Comparator.comparingLong(Group::counted)
            .reversed()
            .thenComparing(Group::code, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** A sum over rows, some of which may not say their amount: then there is no sum. */
    record Sum(BigDecimal known, int missing) {
        @Nullable
        BigDecimal value() {
            return missing > 0 ? null : known;
        }
    }

    long inspections(Predicate<Inspected> which) {
        return inspected.stream().filter(which).mapToLong(Inspected::counted).sum();
    }

    Sum entities() {
        return new Sum(
                BigDecimal.valueOf(sum(inspected, Inspected::entities)),
                Math.toIntExact(sum(inspected, Inspected::missing)));
    }

    long penalties() {
        return sum(penalised(), Sanctioned::counted);
    }

    Sum fines() {
        List<Sanctioned> fines = sanctioned.stream()
                .filter(row -> row.measure().equals(SanctionMeasure.FINE.getValue()))
                .toList();
        BigDecimal known = fines.stream()
                .map(Sanctioned::amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Sum(known, Math.toIntExact(sum(fines, Sanctioned::missing)));
    }

    /** A number over petitions; visits are counted apart. */
    long petitions(ToLongFunction<Petitioned> number) {
        return sum(petitionsProper(), number);
    }

    /** How many visits there were. */
    long visits() {
        return visitsProper().mapToLong(row -> row.counted() - row.carried()).sum();
    }

    /** How many people came. */
    Sum visitors() {
        List<Petitioned> visits = visitsProper().toList();
        return new Sum(
                BigDecimal.valueOf(sum(visits, Petitioned::people)), Math.toIntExact(sum(visits, Petitioned::missing)));
    }

    List<Group> byRole() {
        return groups(inspected, Inspected::role, Inspected::counted);
    }

    List<Group> byKind() {
        return groups(inspected, Inspected::kind, Inspected::counted);
    }

    List<Group> byMeasure() {
        return groups(sanctioned, Sanctioned::measure, Sanctioned::counted);
    }

    List<Group> bySubject() {
        return groups(penalised(), Sanctioned::subject, Sanctioned::counted);
    }

    List<Group> byKindOfPetition() {
        return groups(petitionsProper(), Petitioned::kind, Petitioned::counted);
    }

    private List<Sanctioned> penalised() {
        return sanctioned.stream()
                .filter(row -> Penalties.MEASURES.contains(row.measure()))
                .toList();
    }

    private List<Petitioned> petitionsProper() {
        return petitioned.stream().filter(row -> !isVisit(row)).toList();
    }

    private Stream<Petitioned> visitsProper() {
        return petitioned.stream().filter(CaseCounts::isVisit);
    }

    private static boolean isVisit(Petitioned row) {
        return row.kind().equals(PetitionKind.RECEPTION.getValue());
    }

    private static <T> long sum(List<T> rows, ToLongFunction<T> number) {
        return rows.stream().mapToLong(number).sum();
    }

    private static <T> List<Group> groups(List<T> rows, Function<T, @Nullable String> code, ToLongFunction<T> counted) {
        Map<@Nullable String, Long> sums = new HashMap<>();
        rows.forEach(row -> sums.merge(code.apply(row), counted.applyAsLong(row), Long::sum));
        return sums.entrySet().stream()
                .map(sum -> new Group(sum.getKey(), sum.getValue()))
                .sorted(MOST_FIRST)
                .toList();
    }
}
