package vn.kybao.recommendation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Party;
import vn.kybao.api.model.Recommendation;
import vn.kybao.api.model.RecommendationCreate;
import vn.kybao.api.model.RecommendationResponse;
import vn.kybao.api.model.RecommendationStatus;
import vn.kybao.recommendation.RecommendationRepository.Repetition;
import vn.kybao.search.SearchText;
import vn.kybao.time.Instants;

@Singleton
final class RecommendationMapping {
    private final RecommendationRepository repository;

    RecommendationMapping(RecommendationRepository repository) {
        this.repository = repository;
    }

    /**
     * The row of one that is raised.
     *
     * @param repeated what it raises again, or null
     */
    static RecommendationRow row(
            String id,
            RecommendationCreate wanted,
            LocalDate periodEnd,
            @Nullable RecommendationRow repeated,
            Instant now) {
        Party addressee = wanted.getAddressee();
        return new RecommendationRow(
                id,
                wanted.getOrganization(),
                wanted.getText(),
                addressee.getOrganization(),
                addressee.getText(),
                wanted.getReason(),
                wanted.getLimitation(),
                wanted.getRaisedIn(),
                periodEnd,
                RecommendationStatus.OPEN.getValue(),
                null,
                null,
                null,
                null,
                null,
                repeated == null ? id : repeated.origin(),
                repeated == null ? 1 : repeated.timesRaised() + 1,
                repeated == null ? null : repeated.id(),
                searchText(wanted),
                1,
                now,
                now);
    }

    static String searchText(RecommendationCreate wanted) {
        return SearchText.of(Arrays.asList(
                wanted.getText(), wanted.getReason(), wanted.getAddressee().getText()));
    }

    /** What a caller would send to raise it: the base of a merge patch, and of raising it again. */
    static RecommendationCreate write(RecommendationRow row) {
        return new RecommendationCreate()
                .organization(row.organization())
                .text(row.text())
                .addressee(addressee(row))
                .reason(row.reason())
                .limitation(row.limitation())
                .raisedIn(row.raisedIn());
    }

    /** How much text of any length it is. */
    static long weight(RecommendationRow row) {
        return Stream.of(row.text(), row.reason(), row.responseText())
                .filter(Objects::nonNull)
                .mapToLong(String::length)
                .sum();
    }

    Recommendation wire(RecommendationRow row) {
        return wire(List.of(row)).getFirst();
    }

    /** All with one look-up of what raises them again. */
    List<Recommendation> wire(List<RecommendationRow> rows) {
        List<String> ids = rows.stream().map(RecommendationRow::id).toList();
        Map<String, String> repeatedBy = ids.isEmpty()
                ? Map.of()
                : repository.repetitions(ids).stream().collect(Collectors.toMap(Repetition::old, Repetition::id));
        return rows.stream().map(row -> wire(row, repeatedBy.get(row.id()))).toList();
    }

    private static Recommendation wire(RecommendationRow row, @Nullable String repeatedBy) {
        return new Recommendation()
                .id(row.id())
                .organization(row.organization())
                .text(row.text())
                .addressee(addressee(row))
                .reason(row.reason())
                .limitation(row.limitation())
                .raisedIn(row.raisedIn())
                .status(RecommendationStatus.fromValue(row.status()))
                .response(response(row))
                .repeats(row.repeats())
                .repeatedBy(repeatedBy)
                .timesRaised(row.timesRaised())
                .createdAt(Instants.utc(row.createdAt()))
                .updatedAt(Instants.utc(row.updatedAt()))
                .etag(String.valueOf(row.version()));
    }

    private static Party addressee(RecommendationRow row) {
        return new Party().organization(row.addresseeOrganization()).text(row.addresseeText());
    }

    private static @Nullable RecommendationResponse response(RecommendationRow row) {
        return row.respondedAt() == null
                ? null
                : new RecommendationResponse()
                        .text(row.responseText())
                        .document(row.responseDocument())
                        .on(row.respondedOn())
                        .by(row.respondedBy())
                        .at(Instants.utc(row.respondedAt()));
    }
}
