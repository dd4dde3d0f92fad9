package vn.kybao.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.api.model.ComparisonBase;
import vn.kybao.api.model.Measure;

/** What is a reference in a text, what it asks for, and what comes in its place. */
class NarrativeTest {
    private static Query query(String source) {
        Narrative narrative = Narrative.of(source);
        assertThat(narrative.misreadings()).isEmpty();
        return narrative.mentions().getFirst().query();
    }

    private static Misreading misread(String source) {
        Narrative narrative = Narrative.of(source);
        assertThat(narrative.mentions()).isEmpty();
        return narrative.misreadings().getFirst();
    }

    private static Rendition render(String source, String number) {
        return Narrative.of(source).render(mention -> number);
    }

    @Test
    void aFigureIsAskedForWithTheArgumentsOfFormulas() {
        Query.Figure figure =
                (Query.Figure) query("{{revenue measure=PLAN period=previous-year breakdown.payment=prepaid}}");
        assertThat(figure.indicator()).isEqualTo("revenue");
        assertThat(figure.reference().measure()).isEqualTo(Measure.PLAN);
        assertThat(figure.reference().period()).isEqualTo("previous-year");
        assertThat(figure.reference().breakdown()).containsExactly(Map.entry("payment", "prepaid"));
        assertThat(((Query.Figure) query("{{ revenue\u00a0\u00a0period=2017-Q1 }}"))
                        .reference()
                        .period())
                .isEqualTo("2017-Q1");
    }

    @ParameterizedTest
    @CsvSource({
        "{{change: revenue}}, SAME_PERIOD_LAST_YEAR",
        "{{change:revenue vs=same-period-last-year}}, SAME_PERIOD_LAST_YEAR",
        "{{ change : revenue vs=previous }}, PREVIOUS_PERIOD",
        "{{change: revenue vs=previous-year}}, PREVIOUS_YEAR",
        "{{change: revenue vs=plan}}, PLAN"
    })
    void aChangeIsToldAgainstABase(String source, ComparisonBase base) {
        assertThat(query(source)).isEqualTo(new Query.Change("revenue", base, false));
    }

    @Test
    void aPartOfThePlanIsAskedForByTheCode() {
        assertThat(query("{{percent-of-plan: revenue}}")).isEqualTo(new Query.PercentOfPlan("revenue"));
    }

    @Test
    void everyNumberOverRowsHasAName() {
        for (Subject subject : Subject.values()) {
            for (String name : subject.names()) {
                assertThat(query("{{%s: %s}}".formatted(subject.word(), name)))
                        .isEqualTo(new Query.Total(subject, name));
            }
        }
        assertThat(Subject.TASKS.names())
                .contains("carried-over", "on-time", "rate")
                .hasSize(10);
        assertThat(Subject.INSPECTIONS.names()).contains("fines", "unplanned").hasSize(6);
        assertThat(Subject.PETITIONS.names())
                .contains("transferred", "pending", "receptions", "people")
                .hasSize(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{chagne: revenue}} | {{change: revenue}}",
                "{{change: Revenue vs=same-period}} | {{change: revenue vs=same-period-last-year}}",
                "{{change: revenue vs=last-year}} | {{change: revenue}}",
                "{{change: revenue measure=PLAN}} | {{change: revenue vs=plan}}",
                "{{change: revenue plan}} | {{change: revenue vs=plan}}",
                "{{change:}} | {{change: code}}",
                "{{percent-of-plan: revenue vs=plan}} | {{percent-of-plan: revenue}}",
                "{{percent-of-plann: revenue}} | {{percent-of-plan: revenue}}",
                "{{percent-of-plan: Doanh_thu}} | {{percent-of-plan: doanh-thu}}",
                "{{revenue measure=PLNA}} | {{revenue measure=PLAN}}",
                "{{revenue period=2018-Q5}} | {{revenue period=previous-year}}",
                "{{revenue measure=plan}} | {{revenue measure=PLAN}}",
                "{{revenue meassure = PLAN}} | {{revenue measure=PLAN}}",
                "{{revenue PLAN}} | {{revenue measure=PLAN}}",
                "{{revenue 2017-Q1}} | {{revenue period=2017-Q1}}",
                "{{revenue period=previos}} | {{revenue period=previous}}",
                "{{revenue payment=prepaid}} | {{revenue breakdown.payment=prepaid}}",
                "{{revenue measure=PLAN measure=ACTUAL}} | {{revenue measure=PLAN}}",
                "{{Sector Revenue}} | {{code}}, {{change: code}}, {{percent-of-plan: code}}, {{tasks: completed}}, {{inspections: count}}, {{petitions: received}}",
                "{{Sector_Revenue}} | {{sector-revenue}}",
                "{{task: completed}} | {{tasks: completed}}",
                "{{task: completd}} | {{tasks: completed}}",
                "{{tasks: completed measure=PLAN}} | {{tasks: completed}}",
                "{{revenue} | {{revenue}}",
                "{{revenue | {{revenue}}"
            })
    void whatCannotBeReadIsAnsweredWithWhatWasMeant(String source, String expected) {
        Misreading misreading = misread(source);
        assertThat(misreading.unknown()).isFalse();
        assertThat(misreading.actual()).isEqualTo(source);
        assertThat(misreading.expected()).isEqualTo(expected);
        assertThat(misreading.start()).isZero();
        assertThat(misreading.length()).isEqualTo(source.length());
        if (!expected.contains(",") && !expected.contains("code")) {
            assertThat(Narrative.of(expected).mentions()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{}}",
                "{{ }}",
                "{{:}}",
                "{{:x}}",
                "{{{x}}}",
                "{{a}}",
                "{{",
                "{{\n}}",
                "{{x{{y",
                "{{=}}",
                "{{revenue =}}"
            })
    void whatIsNothingAtAllIsToldTheForms(String source) {
        assertThat(Narrative.of(source).misreadings()).isNotEmpty().allSatisfy(misreading -> {
            assertThat(misreading.expected()).isNotBlank();
            assertThat(misreading.actual())
                    .isEqualTo(source.substring(misreading.start(), misreading.start() + misreading.length()));
        });
    }

    @Test
    void aReferenceLongerThanAnyCanBeIsNotRead() {
        assertThat(misread("{{revenue " + "breakdown.area=42 ".repeat(40) + "}}")
                        .unknown())
                .isFalse();
    }

    @Test
    void aNameThatThereIsNoNumberForIsUnknown() {
        Misreading near = misread("Đã xong {{tasks: completd}} việc");
        assertThat(near.unknown()).isTrue();
        assertThat(near.actual()).isEqualTo("completd");
        assertThat(near.expected()).isEqualTo("completed");
        assertThat(near.start()).isEqualTo(8);
        assertThat(near.length()).isEqualTo(19);
        assertThat(misread("{{petitions: xyzzy}}").expected())
                .isEqualTo("carried-over, received, resolved, transferred, pending, receptions, people");
    }

    @Test
    void positionsCountUtf16UnitsAndAllIsFoundAtOnce() {
        String source = "🏛 Doanh thu {{revenue}}, {{ratio x}} và\n{{tasks: done}} {{change: revenue}}.";
        Narrative narrative = Narrative.of(source);
        assertThat(narrative.mentions())
                .extracting(Mention::source)
                .containsExactly("{{revenue}}", "{{change: revenue}}");
        assertThat(narrative.mentions())
                .allSatisfy(mention -> assertThat(source.substring(mention.start(), mention.start() + mention.length()))
                        .isEqualTo(mention.source()));
        assertThat(narrative.misreadings())
                .extracting(Misreading::start)
                .containsExactly(source.indexOf("{{ratio"), source.indexOf("{{tasks"));
        assertThat(narrative.indicators()).containsExactly("revenue");
        assertThat(Narrative.count(source)).isEqualTo(4);
    }

    @Test
    void aBackslashMakesBracesText() {
        Narrative narrative = Narrative.of("Viết \\{{revenue}} để dẫn số; \\\\{{revenue}}");
        assertThat(narrative.mentions()).hasSize(1);
        Rendition rendition = narrative.render(mention -> "7");
        assertThat(rendition.text()).isEqualTo("Viết \\{{revenue}} để dẫn số; \\\\7");
        assertThat(rendition.html()).isEqualTo("<p>Viết {{revenue}} để dẫn số; \\7</p>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`{{revenue}}`",
                "``{{nothing at all``",
                "```\n{{revenue}}\n```",
                "``` {{revenue}}\nx\n```",
                "~~~\n{{x y z}}\n{{\n~~~",
                "    {{revenue}}",
                "- a\n\n      {{revenue}}",
                "> `{{revenue}}`"
            })
    void whatStandsInCodeIsLeftAsItIs(String source) {
        Narrative narrative = Narrative.of(source);
        assertThat(narrative.mentions()).isEmpty();
        assertThat(narrative.misreadings()).isEmpty();
        Rendition rendition = narrative.render(mention -> "7");
        assertThat(rendition.text()).isEqualTo(source);
        assertThat(rendition.places()).isEmpty();
        assertThat(rendition.html()).contains("{{").doesNotContain("7");
    }

    @Test
    void codeBesideAReferenceKeepsItsBraces() {
        Rendition rendition = render("`{{revenue}}` là {{revenue}}, như `{{` và `}}`", "989.342");
        assertThat(rendition.html())
                .isEqualTo("<p><code>{{revenue}}</code> là 989.342, như <code>{{</code> và <code>}}</code></p>\n");
        assertThat(rendition.text()).isEqualTo("`{{revenue}}` là 989.342, như `{{` và `}}`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&#xE000;0&#xE000;",
                "&#57344;0&#57344; và \ue001",
                "&#xe000;7&#XE000;",
                "[x](/&#xE000;0&#xE000;)"
            })
    void whatLooksLikeAHeldPlaceIsText(String source) {
        assertThat(render("Số " + source, "989.342").html()).doesNotContain("989");
        assertThat(render("Số " + source + " {{revenue}}", "989.342").html()).containsOnlyOnce("989.342");
    }

    @Test
    void aTextOfAllCharactersForPrivateUseIsRenderedToo() {
        StringBuilder source = new StringBuilder("{{revenue}} ");
        IntStream.concat(IntStream.rangeClosed(0xE000, 0xF8FF), IntStream.rangeClosed(0xF0000, 0x10FFFF))
                .forEach(source::appendCodePoint);
        assertThat(render(source.toString(), "989.342").html()).startsWith("<p>989.342 \ue000");
    }

    @Test
    void placesAreThoseInTheTextThatComesOut() {
        Rendition rendition = Narrative.of("Từ {{revenue}} lên {{tasks: completed}}: {{revenue}}.")
                .render(mention -> mention.query() instanceof Query.Total ? "27" : "989.342");
        assertThat(rendition.text()).isEqualTo("Từ 989.342 lên 27: 989.342.");
        assertThat(rendition.places())
                .extracting(place -> rendition.text().substring(place.start(), place.start() + place.length()))
                .containsExactly("989.342", "27", "989.342");
        assertThat(rendition.places()).extracting(Rendition.Place::start).containsExactly(3, 15, 19);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{xx}}. Việc đã xong | 27\\. Việc đã xong | <p>27. Việc đã xong</p>",
                "{{xx}}) việc | 27\\) việc | <p>27) việc</p>",
                "> {{xx}}. a | > 27\\. a | <blockquote>~<p>27. a</p>~</blockquote>",
                "- {{xx}}. a | - 27\\. a | <ul>~<li>27. a</li>~</ul>",
                "1{{xx}}. a | 127\\. a | <p>127. a</p>",
                "Có {{xx}}. Hết | Có 27. Hết | <p>Có 27. Hết</p>",
                "&#{{xx}}; | \\&#27; | <p>&amp;#27;</p>",
                "&#x{{xx}}; | \\&#x27; | <p>&amp;#x27;</p>",
                "**{{xx}}**đồng | **27**đồng | <p><strong>27</strong>đồng</p>",
                "*{{xx}}* | *27* | <p><em>27</em></p>",
                "# {{xx}} | # 27 | <h1>27</h1>",
                "[{{xx}}](https://a.vn/{{xx}} '{{xx}}') | [27](https://a.vn/27 '27') | <p><a rel=\"nofollow\" href=\"https://a.vn/27\" title=\"27\">27</a></p>",
                "![{{xx}}](https://a.vn/i) | ![27](https://a.vn/i) | <p><img src=\"https://a.vn/i\" alt=\"27\" /></p>",
                "<b>{{xx}}</b> | <b>27</b> | <p>&lt;b&gt;27&lt;/b&gt;</p>",
                "<div title='{{xx}}'> | <div title='27'> | <p>&lt;div title='27'&gt;</p>"
            })
    void aNumberIsNeverSyntax(String source, String text, String html) {
        Rendition rendition = render(source, "27");
        assertThat(rendition.text()).isEqualTo(text);
        assertThat(rendition.html()).isEqualTo(html.replace('~', '\n') + "\n");
        assertThat(rendition.places())
                .allSatisfy(place -> assertThat(
                                rendition.text().substring(place.start(), place.start() + place.length()))
                        .isEqualTo("27"));
        // Read again as Markdown, the text is the same.
        assertThat(Narrative.of(rendition.text()).render(mention -> "").html()).isEqualTo(rendition.html());
    }

    @Test
    void aLineThatBeginsWithANumberEndsNoParagraph() {
        assertThat(render("Cả kỳ có\n{{xx}}. Trong đó", "1").html()).isEqualTo("<p>Cả kỳ có\n1. Trong đó</p>\n");
    }

    @Test
    void tablesAreTables() {
        assertThat(render("| Chỉ tiêu | Số |\n|---|--:|\n| Doanh thu | {{revenue}} |\n", "989.342")
                        .html())
                .contains("<table>", "<td>Doanh thu</td>", "<td align=\"right\">989.342</td>");
    }

    @Test
    void htmlAndDangerousAddressesDoNoHarm() {
        Function<Mention, String> none = mention -> "";
        String html = Narrative.of(
                        "<script>alert(1)</script>\n\n[a](javascript:x) ![b](data:x) [c](vbscript:x) [d](JaVaScRiPt:x)"
                                + " [e](https://a.vn) <javascript:x>")
                .render(none)
                .html();
        assertThat(html).doesNotContain("<script", "href=\"javascript", "src=\"data", "href=\"vbscript", "href=\"JaVa");
        assertThat(html).contains("&lt;script&gt;", "href=\"https://a.vn\"");
    }

    @Test
    void charactersForPrivateUseStay() {
        String source = "\ue000{{xx}}\ue001 \ue0000\ue000 \udb80\udc00";
        Rendition rendition = render(source, "7");
        assertThat(rendition.text()).isEqualTo(source.replace("{{xx}}", "7"));
        assertThat(rendition.html()).isEqualTo("<p>" + source.replace("{{xx}}", "7") + "</p>\n");
        StringBuilder all = new StringBuilder();
        for (char c = '\ue000'; c <= '\uf8ff'; c++) {
            all.append(c);
        }
        assertThat(render(all + "{{xx}}", "7").text()).isEqualTo(all + "7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "giảm {{change: revenue}}% | true",
                "Giảm {{change: revenue}} | true",
                "giảm khoảng {{change: revenue}} | true",
                "giảm mạnh tới **{{change: revenue}}** | true",
                "giảm ({{change: revenue}}%) | true",
                "tăng {{change: revenue}} | false",
                "tăng/giảm {{change: revenue}} | false",
                "tăng (giảm) {{change: revenue}} | false",
                "không giảm {{change: revenue}} | false",
                "giảm. Doanh thu {{change: revenue}} | false",
                "giảm nhẹ, còn thuê bao tăng {{change: revenue}} | false",
                "giảm so với cùng kỳ năm ngoái là {{change: revenue}} | false",
                "đạt {{change: revenue}} | false",
                "giảm {{revenue}}, tức {{change: revenue}} | false",
                "{{change: revenue}} | false"
            })
    void aWordThatTellsAFallIsHeard(String source, boolean downwards) {
        Query.Change change = Narrative.of(source).mentions().stream()
                .map(Mention::query)
                .filter(Query.Change.class::isInstance)
                .map(Query.Change.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(change.downwards()).isEqualTo(downwards);
    }

    @Test
    void whatIsStoredButCannotBeReadAnyMoreStaysAsWritten() {
        Rendition rendition = render("{{xx}} {{tasks: nothing}}", "7");
        assertThat(rendition.text()).isEqualTo("7 {{tasks: nothing}}");
        assertThat(rendition.html()).isEqualTo("<p>7 {{tasks: nothing}}</p>\n");
    }

    @Test
    void eachReferenceIsAskedForInOrder() {
        List<Integer> starts = Narrative.of("{{bb}} {{aa}} {{bb}}").mentions().stream()
                .map(Mention::start)
                .toList();
        assertThat(starts).containsExactly(0, 7, 14);
    }
}
