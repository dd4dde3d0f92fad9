package vn.kybao.collection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.kybao.api.model.CollectionStatus;

/** The moves of a collection: from which status each is allowed, and where it leads. */
enum Move {
    OPEN(CollectionStatus.OPEN),
    CLOSE(CollectionStatus.CLOSED),
    REOPEN(CollectionStatus.OPEN),
    PUBLISH(CollectionStatus.PUBLISHED);

    private final CollectionStatus to;

    Move(CollectionStatus to) {
        this.to = to;
    }

    boolean isAllowedFrom(CollectionStatus status) {
        return switch (this) {
            case OPEN -> status == CollectionStatus.PLANNED;
            case CLOSE -> status == CollectionStatus.OPEN;
            case REOPEN -> status == CollectionStatus.CLOSED || status == CollectionStatus.PUBLISHED;
            case PUBLISH -> status == CollectionStatus.CLOSED;
        };
    }

    CollectionStatus to() {
        return to;
    }

    /** Its name in the contract's paths. */
    String action() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> allowedFrom(CollectionStatus status) {
        return Arrays.stream(values())
                .filter(move -> move.isAllowedFrom(status))
                .map(Move::action)
                .toList();
    }
}
