package vn.kybao.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text of the length that a section may have costs more than a moment, or becomes more than a section may answer. */
class MarkupTest {
    private static final int LONGEST = 200_000;
    private static final String REFERENCE = "{{xx}}";

    private static String filled(String piece) {
        return piece.repeat((LONGEST - REFERENCE.length()) / piece.length()) + REFERENCE;
    }

    static Stream<String> costly() {
        return Stream.of(
                filled("<"),
                filled("<a"),
                filled("["),
                filled("!["),
                filled("[]("),
                filled("[a]["),
                filled("*a **b "),
                filled("*a ").substring(0, 90_000) + "a* ".repeat(30_000) + REFERENCE,
                "*".repeat(90_000) + "a" + "*".repeat(90_000) + REFERENCE,
                "_".repeat(90_000) + "a" + "_".repeat(90_000) + REFERENCE,
                "![a".repeat(30_000) + "](x)".repeat(25_000) + REFERENCE,
                filled(">"),
                filled("- "),
                filled("> - "),
                filled("`"),
                filled(" `"),
                filled("&a"),
                filled("<!--"),
                filled("<![CDATA["),
                filled("<http://a "),
                filled("\\"),
                filled("\n"),
                filled("\\\n"),
                filled("|a\n"),
                filled("{{ab}})"),
                filled("#\n"),
                filled("*\n"),
                filled("\""),
                filled((">".repeat(30) + "\n\n")),
                filled("|a") + "\n" + "|-",
                "|a".repeat(2_000) + "\n" + "|-".repeat(2_000) + "\n" + "a\n".repeat(90_000) + REFERENCE,
                "- ".repeat(1_000) + "a" + "\n".repeat(190_000) + REFERENCE,
                "[a]: /" + "x".repeat(50_000) + "\n\n" + "[a]\n\n".repeat(25_000) + REFERENCE,
                filled("{{"),
                filled("{{x y}}"),
                filled("\\{{"),
                filled("{{{{}}"));
    }

    @ParameterizedTest
    @MethodSource("costly")
    void costlyMarkupIsTakenAsText(String source) {
        Rendition rendition = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(8), () -> Narrative.of(source).render(mention -> "7"));
        assertThat(rendition.html().length()).isLessThanOrEqualTo(2_000_000);
        assertThat(rendition.text().length()).isLessThanOrEqualTo(400_000);
    }

    @Test
    void whatIsTakenAsTextStillHasItsFiguresAndHarmsNobody() {
        Rendition rendition =
                Narrative.of("*".repeat(2_000) + " <b>{{xx}}</b> & \"x\"\nb").render(mention -> "7");
        assertThat(rendition.html())
                .startsWith("<p>****")
                .endsWith(" &lt;b&gt;7&lt;/b&gt; &amp; &quot;x&quot;<br />\nb</p>\n");
    }

    @Test
    void aLongReportWithMuchMarkupIsMarkup() {
        String source = """
                ## Kết quả

                * **Doanh thu**: {{xx}} tỷ đồng, *tăng* so với cùng kỳ; [nguồn](https://a.vn)
                * _Thuê bao_: **{{xx}}**

                """.repeat(400);
        String html = Narrative.of(source).render(mention -> "7").html();
        assertThat(html).contains("<li><strong>Doanh thu</strong>: 7 tỷ đồng", "<em>Thuê bao</em>: <strong>7</strong>");
        assertThat(html).doesNotContain("**");
    }
}
