package vn.kybao.contract;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Refuses what JSON allows to be written but nothing can keep: numbers of a billion digits, halves of characters. */
final class StrictParser extends JsonParserDelegate {
    private static final int WIDEST_NUMBER = 100;

    StrictParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public BigDecimal getDecimalValue() throws IOException {
        BigDecimal number = super.getDecimalValue();
        // 1e999999999 is short to send, and a gigabyte as soon as someone writes it out.
        if (Math.abs((long) number.scale()) > WIDEST_NUMBER) {
            throw new StreamConstraintsException("a number is too wide", currentTokenLocation());
        }
        return number;
    }

    @Override
    public @Nullable String getText() throws IOException {
        return whole(super.getText());
    }

    @Override
    public @Nullable String currentName() throws IOException {
        return whole(super.currentName());
    }

    private @Nullable String whole(@Nullable String text) throws JsonParseException {
        for (int i = 0; text != null && i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    throw new JsonParseException(this, "half of a surrogate pair", currentTokenLocation());
                }
                i++;
            }
        }
        return text;
    }
}
