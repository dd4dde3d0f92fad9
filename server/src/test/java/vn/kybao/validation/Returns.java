package vn.kybao.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;

/** An operator that files some indicators, period after period, under a regime that takes all of them. */
final class Returns {
    private final Scene scene;
    private final String regime;
    private final Set<String> open = new HashSet<>();

    private Returns(boolean autoApprove, String breakdowns, List<String> indicators) {
        this(Scene.create(), autoApprove, breakdowns, indicators);
    }

    private Returns(Scene scene, boolean autoApprove, String breakdowns, List<String> indicators) {
        this.scene = scene;
        RegimeBuilder builder = new RegimeBuilder().owner(scene.department());
        for (String indicator : indicators) {
            builder.expectsJson(
                    indicator,
                    List.of("MONTH", "QUARTER", "HALF_YEAR", "NINE_MONTHS", "YEAR").stream()
                            .map(type -> """
                            {"periodType": "%s", "measures": ["ACTUAL", "ESTIMATE", "PLAN", "TARGET"],
                             "breakdowns": [%s]}""".formatted(type, breakdowns))
                            .toList()
                            .toString());
        }
        regime = (autoApprove ? builder.autoApprove() : builder).create();
    }

    static Returns of(String... indicators) {
        return new Returns(true, "", List.of(indicators));
    }

    static Returns reviewed(String... indicators) {
        return new Returns(false, "", List.of(indicators));
    }

    static Returns brokenDown(String dimension, String... indicators) {
        return new Returns(true, '"' + dimension + '"', List.of(indicators));
    }

    /** The same operator under one more regime. */
    Returns also(String... indicators) {
        return new Returns(scene, true, "", List.of(indicators));
    }

    Scene scene() {
        return scene;
    }

    String regime() {
        return regime;
    }

    Api operator() {
        return scene.operator().with("read", "submissions:write");
    }

    /** A filing for a period whose collection is open. */
    SubmissionBuilder filing(String period) {
        if (open.add(period)) {
            Collections.open(regime, period);
        }
        return new SubmissionBuilder(regime, scene.operator()).period(period);
    }

    /** Files one total. */
    Answer file(String period, String indicator, String measure, String value) {
        return filing(period).value(indicator, measure, value).file(operator());
    }

    /** The findings of one code. */
    static List<JsonNode> findings(Answer answer, String code) {
        return StreamSupport.stream(
                        answer.at(answer.status() < 300 ? "/findings" : "/errors")
                                .spliterator(),
                        false)
                .filter(finding -> finding.path("code").asText().equals(code))
                .toList();
    }

    /** Codes with severities of everything that was found. */
    static List<String> found(Answer answer) {
        return StreamSupport.stream(
                        answer.at(answer.status() < 300 ? "/findings" : "/errors")
                                .spliterator(),
                        false)
                .map(finding -> finding.path("code").asText() + " "
                        + finding.path("severity").asText())
                .toList();
    }
}
