package vn.kybao.section;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.Edit;
import vn.kybao.api.model.SectionKind;
import vn.kybao.api.model.SectionVersion;
import vn.kybao.json.JsonText;
import vn.kybao.narrative.WordDiff;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.time.Instants;

/** Every version of a section, which stay when the section goes. */
@Singleton
final class SectionVersions {
    private final SectionVersionRepository repository;
    private final JsonText json;
    private final Pages pages;

    SectionVersions(SectionVersionRepository repository, JsonText json, Pages pages) {
        this.repository = repository;
        this.json = json;
        this.pages = pages;
    }

    void keep(SectionRow row) {
        repository.save(SectionVersionRow.of(row));
    }

    void keep(List<SectionRow> rows) {
        repository.saveAll(rows.stream().map(SectionVersionRow::of).toList());
    }

    Page<SectionVersion> page(String section, @Nullable Integer limit, @Nullable String cursor) {
        Page<SectionVersionRepository.Line> page = pages.page(
                limit,
                cursor,
                slice -> {
                    String before = slice.after(0);
                    return repository.page(
                            section, subtree(), before == null ? null : Long.valueOf(before), slice.count());
                },
                line -> List.of(String.valueOf(line.version())));
        if (page.items().isEmpty() && cursor == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        return page.map(line -> new SectionVersion()
                .version(line.version())
                .title(line.title())
                .label(line.label())
                .ordinal(line.ordinal())
                .parent(line.parent())
                .kind(kind(line.kind()))
                .planFor(line.planFor())
                .by(line.writtenBy())
                .at(Instants.utc(line.writtenAt()))
                .etag(String.valueOf(line.version())));
    }

    SectionVersion get(String section, long version, @Nullable Long against) {
        SectionVersionRow row = find(section, version);
        SectionVersion wire = new SectionVersion()
                .version(row.version())
                .title(row.title())
                .label(row.label())
                .ordinal(row.ordinal())
                .parent(row.parent())
                .kind(kind(row.kind()))
                .planFor(row.planFor())
                .body(row.body())
                .claims(row.claims() == null ? null : json.readList(row.claims(), Claim.class))
                .by(row.writtenBy())
                .at(Instants.utc(row.writtenAt()))
                .etag(String.valueOf(row.version()));
        if (against == null) {
            return wire;
        }
        List<Edit> changes = WordDiff.between(find(section, against).body(), row.body()).stream()
                .map(piece -> new Edit().kind(piece.kind()).text(piece.text()))
                .toList();
        return wire.against(against).changes(changes);
    }

    private static @Nullable SectionKind kind(@Nullable String stored) {
        return stored == null ? null : SectionKind.fromValue(stored);
    }

    private SectionVersionRow find(String section, long version) {
        return repository
                .find(section, version, subtree())
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    private static String subtree() {
        return Caller.current().path() + "%";
    }
}
