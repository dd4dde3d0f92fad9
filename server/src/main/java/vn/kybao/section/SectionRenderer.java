package vn.kybao.section;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.kybao.access.Caller;
import vn.kybao.api.model.RenderedReference;
import vn.kybao.api.model.RenderedSection;
import vn.kybao.api.model.Section;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.narrative.Narrative;
import vn.kybao.narrative.Query;
import vn.kybao.narrative.Rendition;
import vn.kybao.narrative.Subject;
import vn.kybao.narrative.Tally;
import vn.kybao.narrative.Teller;
import vn.kybao.narrative.Told;
import vn.kybao.narrative.Totals;
import vn.kybao.observation.Figures;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.regime.RegimeService;

/** Puts the figures in force, as the caller may read them, into the sections of a report; all are read together. */
@Singleton
final class SectionRenderer {
    private final OrganizationService organizations;
    private final PeriodService periods;
    private final RegimeService regimes;
    private final Figures figures;
    private final Map<Subject, Totals> totals;

    SectionRenderer(
            OrganizationService organizations,
            PeriodService periods,
            RegimeService regimes,
            Figures figures,
            Collection<Totals> totals) {
        this.organizations = organizations;
        this.periods = periods;
        this.regimes = regimes;
        this.figures = figures;
        this.totals = totals.stream().collect(Collectors.toMap(Totals::subject, Function.identity()));
    }

    /** Sections of one report, in the order they come. */
    List<RenderedSection> render(Report report, List<Section> sections) {
        OrganizationRef organization = organizations.find(report.organization()).orElseThrow();
        List<Narrative> narratives = narratives(sections);
        Teller teller = teller(report, organization, narratives, openRegimes(organization));
        List<RenderedSection> rendered = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            rendered.add(wire(sections.get(i), narratives.get(i), teller));
        }
        return rendered;
    }

    /** References that have no figure, whoever asks: what a reader may not see is there all the same. */
    List<Unanswered> unanswered(Report report, List<Section> sections) {
        OrganizationRef organization = organizations.find(report.organization()).orElseThrow();
        List<Narrative> narratives = narratives(sections);
        Teller teller = teller(report, organization, narratives, any -> true);
        List<Unanswered> unanswered = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            narratives.get(i).mentions().stream()
                    .filter(mention -> teller.tell(mention.query()).value() == null)
                    .forEach(mention ->
                            unanswered.add(new Unanswered(section.getId(), section.getTitle(), mention.source())));
        }
        return unanswered;
    }

    private static List<Narrative> narratives(List<Section> sections) {
        return sections.stream().map(section -> Narrative.of(section.getBody())).toList();
    }

    private Teller teller(
            Report report, OrganizationRef organization, List<Narrative> narratives, Predicate<String> openRegimes) {
        CalendarPeriod period = periods.find(report.period()).orElseThrow();
        Set<String> codes = new TreeSet<>();
        Set<Subject> subjects = EnumSet.noneOf(Subject.class);
        for (Narrative narrative : narratives) {
            codes.addAll(narrative.indicators());
            narrative.mentions().forEach(mention -> {
                if (mention.query() instanceof Query.Total total) {
                    subjects.add(total.subject());
                }
            });
        }
        Map<Subject, Map<String, Tally>> tallies = new EnumMap<>(Subject.class);
        for (Subject subject : subjects) {
            Totals source = totals.get(subject);
            if (source != null) {
                tallies.put(subject, source.of(organization, period, report.regime(), openRegimes));
            }
        }
        Figures.Workbench bench = figures.workbench(codes, null, openRegimes);
        return new Teller(bench.source(), bench.calculator(), organization, period, tallies);
    }

    /** Every regime's figures in one's own subtree; of any other organization, what is received in that subtree. */
    private Predicate<String> openRegimes(OrganizationRef organization) {
        Caller caller = Caller.current();
        return caller.covers(organization.path()) ? any -> true : regimes.receivedWithin(caller)::contains;
    }

    private static RenderedSection wire(Section section, Narrative narrative, Teller teller) {
        Rendition rendition =
                narrative.render(mention -> teller.tell(mention.query()).text());
        return new RenderedSection()
                .section(section.getId())
                .label(section.getLabel())
                .title(section.getTitle())
                .text(rendition.text())
                .html(rendition.html())
                .references(rendition.places().stream()
                        .map(place -> wire(place, teller.tell(place.mention().query())))
                        .toList())
                .etag(section.getEtag());
    }

    private static RenderedReference wire(Rendition.Place place, Told told) {
        RenderedReference wire = new RenderedReference()
                .start(place.start())
                .length(place.length())
                .reference(place.mention().source())
                .text(told.text())
                .value(told.value())
                .unit(told.unit())
                .indicator(told.indicator())
                .period(told.period())
                .measure(told.measure())
                .source(told.source())
                .counted(told.counted())
                .evidence(told.evidence())
                .missing(told.missing().isEmpty() ? null : told.missing());
        StatedFigure stated = told.stated();
        return stated == null
                ? wire
                : wire.qualifier(stated.qualifier())
                        .submission(stated.submission())
                        .revision(stated.revision());
    }
}
