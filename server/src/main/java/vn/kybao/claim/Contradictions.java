package vn.kybao.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.ClaimKind;
import vn.kybao.claim.Statement.Stated;
import vn.kybao.number.Money;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** Two figures of one thing in one report. Where a figure is in force, each is held against that instead. */
final class Contradictions {
    /** Of one figure; whoever reads as many has understood. */
    private static final int MOST_TOLD = 20;

    private Contradictions() {}

    private record Topic(String indicator, String period, boolean planned) {}

    static List<Note> find(List<Statement> statements) {
        Map<Topic, List<Stated>> topics = new LinkedHashMap<>();
        for (Statement statement : statements) {
            statement
                    .stated()
                    .filter(stated -> isFigure(statement.claim()) && FigureClaims.figure(stated) == null)
                    .ifPresent(stated -> topics.computeIfAbsent(
                                    new Topic(
                                            stated.definition().code(),
                                            stated.period().code(),
                                            statement.placed().planned()),
                                    topic -> new ArrayList<>())
                            .add(stated));
        }
        List<Note> notes = new ArrayList<>();
        topics.values().forEach(topic -> within(topic, notes));
        return notes;
    }

    private static boolean isFigure(Claim claim) {
        return claim.getKind() == ClaimKind.VALUE || (claim.getKind() == ClaimKind.SHARE && claim.getBase() == null);
    }

    /** Each other value is told once, where it is stated first, beside the first value of all. */
    private static void within(List<Stated> topic, List<Note> notes) {
        Stated first = topic.getFirst();
        List<Agreement> told = new ArrayList<>();
        for (Stated other : topic.subList(1, topic.size())) {
            if (told.size() == MOST_TOLD) {
                return;
            }
            inUnitOf(other, first).ifPresent(agreement -> {
                boolean agrees = agreement.isCompatible(first.agreement());
                if (!agrees && told.stream().noneMatch(agreement::isCompatible)) {
                    told.add(agreement);
                    notes.add(note(first, other));
                }
            });
        }
    }

    /** What is stated, in the unit in which another states it. */
    private static Optional<Agreement> inUnitOf(Stated stated, Stated other) {
        Agreement own = stated.agreement();
        if (stated.unit().equals(other.unit())) {
            return Optional.of(own);
        }
        Integer from = Money.shift(stated.unit());
        Integer to = Money.shift(other.unit());
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(new Agreement(
                        own.value().scaleByPowerOfTen(from - to), own.digits() - from + to, own.qualifier()));
    }

    private static Note note(Stated first, Stated other) {
        Claim claim = other.statement().claim();
        List<String> links = new ArrayList<>(other.statement().placed().links());
        links.addAll(first.statement().placed().links());
        links.add("/v1/indicators/" + other.definition().code());
        return other.warning(ProblemCode.CONTRADICTION)
                .with("variant", "claims")
                .with("other", first.statement().claim().getText())
                .expected(first.statement().claim().getText())
                .evidence(links)
                .position(claim.getStart(), claim.getLength());
    }
}
