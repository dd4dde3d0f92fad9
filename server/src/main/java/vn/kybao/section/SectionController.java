package vn.kybao.section;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.SectionsApi;
import vn.kybao.api.model.RenderedSection;
import vn.kybao.api.model.Section;
import vn.kybao.api.model.SectionCreate;
import vn.kybao.api.model.SectionKind;
import vn.kybao.api.model.SectionOutline;
import vn.kybao.api.model.SectionPage;
import vn.kybao.api.model.SectionPatch;
import vn.kybao.api.model.SectionVersion;
import vn.kybao.api.model.SectionVersionPage;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class SectionController implements SectionsApi {
    private final SectionService service;
    private final Outlines outlines;
    private final SectionVersions versions;
    private final Answers answers;
    private final Writes writes;

    SectionController(
            SectionService service, Outlines outlines, SectionVersions versions, Answers answers, Writes writes) {
        this.service = service;
        this.outlines = outlines;
        this.versions = versions;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<SectionPage> listSections(
            @Nullable String q,
            @Nullable String organization,
            @Nullable String period,
            @Nullable String regime,
            @Nullable SectionKind kind,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = writes.read(
                () -> service.page(new SectionService.Filter(q, organization, period, regime, kind), limit, cursor));
        return answers.list(new SectionPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Section> createSection(SectionCreate sectionCreate) {
        return writes.perform(findings -> service.create(sectionCreate, findings));
    }

    @Override
    public HttpResponse<SectionPage> createSectionsFromOutline(SectionOutline sectionOutline) {
        return writes.perform(findings -> outlines.create(sectionOutline, findings));
    }

    @Override
    public HttpResponse<Section> getSection(String id) {
        Section section = service.get(id);
        return answers.resource(section, section.getEtag());
    }

    @Override
    public HttpResponse<Section> updateSection(String id, SectionPatch sectionPatch) {
        return writes.perform(findings -> service.update(id, findings));
    }

    @Override
    public HttpResponse<Void> deleteSection(String id) {
        return writes.perform(findings -> service.delete(id, findings));
    }

    @Override
    public HttpResponse<RenderedSection> renderSection(String id) {
        RenderedSection rendered = writes.read(() -> service.rendered(id));
        return answers.resource(rendered, rendered.getEtag());
    }

    @Override
    public HttpResponse<Section> scanSection(String id) {
        return writes.perform(findings -> service.scan(id, findings));
    }

    @Override
    public HttpResponse<SectionVersionPage> listSectionVersions(
            String id, @Nullable Integer limit, @Nullable String cursor) {
        var page = versions.page(id, limit, cursor);
        return answers.list(
                new SectionVersionPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<SectionVersion> getSectionVersion(String id, Long version, @Nullable Long against) {
        SectionVersion found = writes.read(() -> versions.get(id, version, against));
        return answers.resource(found, found.getEtag());
    }
}
