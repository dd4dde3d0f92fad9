package vn.kybao.narrative;

import java.util.function.UnaryOperator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Text;

/** Puts words into the places of references, wherever text stands in a tree. */
final class Filling extends AbstractVisitor {
    private final UnaryOperator<String> fill;

    Filling(UnaryOperator<String> fill) {
        this.fill = fill;
    }

    @Override
    public void visit(Text text) {
        text.setLiteral(fill.apply(text.getLiteral()));
    }

    @Override
    public void visit(Code code) {
        code.setLiteral(fill.apply(code.getLiteral()));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code.setLiteral(fill.apply(code.getLiteral()));
        if (code.getInfo() != null) {
            code.setInfo(fill.apply(code.getInfo()));
        }
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code.setLiteral(fill.apply(code.getLiteral()));
    }

    @Override
    public void visit(HtmlInline html) {
        html.setLiteral(fill.apply(html.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock html) {
        html.setLiteral(fill.apply(html.getLiteral()));
    }

    @Override
    public void visit(Link link) {
        link.setDestination(fill.apply(link.getDestination()));
        if (link.getTitle() != null) {
            link.setTitle(fill.apply(link.getTitle()));
        }
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        image.setDestination(fill.apply(image.getDestination()));
        if (image.getTitle() != null) {
            image.setTitle(fill.apply(image.getTitle()));
        }
        visitChildren(image);
    }
}
