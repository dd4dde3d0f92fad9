package vn.kybao.section;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.Section;
import vn.kybao.api.model.SectionKind;
import vn.kybao.api.model.SectionPatch;
import vn.kybao.json.JsonText;
import vn.kybao.search.SearchText;
import vn.kybao.time.Instants;

@Singleton
final class SectionMapping {
    private final JsonText json;

    SectionMapping(JsonText json) {
        this.json = json;
    }

    /**
     * Who writes, and when.
     *
     * @param credential the credential
     * @param at the instant
     */
    record Writing(String credential, Instant at) {}

    /** A new section of a report. */
    SectionRow row(
            String id,
            Report report,
            String node,
            SectionPatch content,
            @Nullable String carriedFrom,
            Writing writing) {
        return row(id, report, node, content, carriedFrom, 1, writing.at(), writing);
    }

    /** The next version of a section. */
    SectionRow next(SectionRow row, SectionPatch content, Writing writing) {
        String carriedFrom = Objects.equals(content.getBody(), row.body()) ? row.carriedFrom() : null;
        return row(
                row.id(), row.report(), row.node(), content, carriedFrom, row.version() + 1, row.createdAt(), writing);
    }

    private SectionRow row(
            String id,
            Report report,
            String node,
            SectionPatch content,
            @Nullable String carriedFrom,
            long version,
            Instant createdAt,
            Writing writing) {
        String body = Objects.requireNonNullElse(content.getBody(), "");
        String claims = json.write(inOrder(Objects.requireNonNullElse(content.getClaims(), List.of())));
        return new SectionRow(
                id,
                report.organization(),
                report.period(),
                report.regime(),
                node,
                content.getLabel(),
                Objects.requireNonNull(content.getOrdinal()),
                content.getParent(),
                Objects.requireNonNull(content.getTitle()),
                Objects.requireNonNull(content.getKind()).getValue(),
                content.getPlanFor(),
                body,
                claims,
                body.length() + claims.length(),
                carriedFrom,
                SearchText.of(List.of(content.getTitle(), body)),
                writing.credential(),
                version,
                createdAt,
                writing.at());
    }

    private static List<Claim> inOrder(List<Claim> claims) {
        return claims.stream()
                .sorted(Comparator.comparing(Claim::getStart).thenComparing(Claim::getLength))
                .toList();
    }

    List<Claim> claims(SectionRow row) {
        return json.readList(row.claims(), Claim.class);
    }

    /** What a patch of the section starts from. */
    SectionPatch content(SectionRow row) {
        return new SectionPatch()
                .label(row.label())
                .ordinal(row.ordinal())
                .parent(row.parent())
                .title(row.title())
                .kind(SectionKind.fromValue(row.kind()))
                .planFor(row.planFor())
                .body(row.body())
                .claims(claims(row));
    }

    Section wire(SectionRow row) {
        return new Section()
                .id(row.id())
                .organization(row.organization())
                .period(row.period())
                .regime(row.regime())
                .node(row.node())
                .label(row.label())
                .ordinal(row.ordinal())
                .parent(row.parent())
                .title(row.title())
                .kind(SectionKind.fromValue(row.kind()))
                .planFor(row.planFor())
                .body(row.body())
                .claims(claims(row))
                .carriedFrom(row.carriedFrom())
                .updatedBy(row.updatedBy())
                .createdAt(Instants.utc(row.createdAt()))
                .updatedAt(Instants.utc(row.updatedAt()))
                .etag(String.valueOf(row.version()));
    }
}
