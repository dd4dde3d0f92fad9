package vn.kybao.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import vn.kybao.testing.Json;

/**
 * Two hundred new values of one operator for one quarter.
 *
 * @param operator who reports
 * @param key its API key
 * @param regime the regime
 * @param period the quarter
 * @param reference the reporter's own name of the filing, and its idempotency key
 * @param indicators what is reported
 * @param values the figures, in the order of the indicators
 */
record Filing(
        String operator,
        String key,
        String regime,
        String period,
        String reference,
        List<String> indicators,
        List<BigDecimal> values) {

    /** New each time, and never so much larger or smaller than any other that it would have to be justified. */
    static List<BigDecimal> newValues(int count, int sequence) {
        return IntStream.range(0, count)
                .mapToObj(i -> BigDecimal.valueOf(1_000_000L + 1_000L * sequence + i))
                .toList();
    }

    /** The secret is hidden in the key; what stands before it names the credential. */
    String credential() {
        return key.substring(0, key.lastIndexOf('_'));
    }

    static String itemRef(int index) {
        return "row-" + (index + 1);
    }

    String json() {
        ObjectNode body = Json.object("{}");
        body.put("regime", regime);
        body.put("period", period);
        body.put("organization", operator);
        body.put("clientReference", reference);
        body.put("mode", "ATOMIC");
        ArrayNode list = body.putArray("values");
        for (int i = 0; i < values.size(); i++) {
            list.addObject()
                    .put("itemRef", itemRef(i))
                    .put("indicator", indicators.get(i))
                    .put("measure", "ACTUAL")
                    .put("value", values.get(i).toPlainString());
        }
        return body.toString();
    }
}
