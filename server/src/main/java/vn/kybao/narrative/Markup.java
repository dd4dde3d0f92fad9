package vn.kybao.narrative;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/** CommonMark with tables. A text that is made to cost more than a report is worth is taken as it is, without markup. */
final class Markup {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = parser().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .build();

    /** Blocks within blocks. */
    private static final int DEEPEST = 30;
    /** Signs in one paragraph that open something the parser then looks for the end of. */
    private static final int MOST_SIGNS = 1_000;
    /** A table has as many cells in every row as in its first. */
    private static final long MOST_CELLS = 200_000;

    /** The parser's work grows with the square of the lines of a paragraph. */
    private static final long MOST_LINES = 10_000;

    private static final int LONGEST_HTML = 2_000_000;

    private Markup() {}

    private static Parser.Builder parser() {
        return Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(DEEPEST);
    }

    /** The places of the references that stand in code: there they are text. */
    static Set<Integer> inCode(Held held) {
        Set<Integer> places = new HashSet<>();
        tree(held.text())
                .ifPresent(tree -> tree.accept(new AbstractVisitor() {
                    @Override
                    public void visit(Code code) {
                        held.in(code.getLiteral()).forEach(places::add);
                    }

                    @Override
                    public void visit(FencedCodeBlock code) {
                        held.in(code.getInfo() == null ? "" : code.getInfo()).forEach(places::add);
                        held.in(code.getLiteral()).forEach(places::add);
                    }

                    @Override
                    public void visit(IndentedCodeBlock code) {
                        held.in(code.getLiteral()).forEach(places::add);
                    }
                }));
        return places;
    }

    /** The text as HTML, with words in the places of the references. */
    static String html(Held held, IntFunction<String> words) {
        return tree(held.text())
                .flatMap(tree -> {
                    tree.accept(new Filling(literal -> held.fill(literal, words)));
                    return bounded(tree);
                })
                .orElseGet(() -> plain(held.fill(held.text(), words)));
    }

    private static Optional<String> bounded(Node tree) {
        Bounded html = new Bounded(LONGEST_HTML);
        try {
            HTML.render(tree, html);
            return Optional.of(html.toString());
        } catch (Bounded.TooLongException tooLong) {
            return Optional.empty();
        }
    }

    private static Optional<Node> tree(String text) {
        return isTame(text) ? Optional.of(PARSER.parse(text)) : Optional.empty();
    }

    private static boolean isTame(String text) {
        long columns = text.lines().mapToLong(Markup::columns).max().orElse(0);
        long lines = text.lines().count();
        if (lines > MOST_LINES || columns * lines > MOST_CELLS) {
            return false;
        }
        if (signs(text) <= MOST_SIGNS) {
            return true;
        }
        // Blocks are found without looking at what is in them; only then are their signs counted.
        Counting counting = new Counting();
        parser().inlineParserFactory(_ -> counting).build().parse(text);
        return counting.most <= MOST_SIGNS;
    }

    private static long columns(String line) {
        return line.chars().filter(sign -> sign == '|').count();
    }

    private static long signs(CharSequence text) {
        return text.chars()
                .filter(sign -> sign == '*' || sign == '_' || sign == '[' || sign == '<')
                .count();
    }

    private static String plain(String text) {
        return "<p>"
                + text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("\n", "<br />\n")
                + "</p>\n";
    }

    /** Finds the paragraph with the most signs. */
    private static final class Counting implements InlineParser {
        private long most;

        @Override
        public void parse(org.commonmark.parser.SourceLines lines, Node node) {
            most = Math.max(most, signs(lines.getContent()));
        }
    }
}
