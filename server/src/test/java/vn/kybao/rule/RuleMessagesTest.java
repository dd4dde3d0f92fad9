package vn.kybao.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.calculation.Condition;
import vn.kybao.calculation.Formula.UnreadableException;
import vn.kybao.problem.Language;
import vn.kybao.rule.RuleMessages.Unknown;

class RuleMessagesTest {
    private static final LocalizedText MESSAGE = new LocalizedText()
            .vi("{broadband.name}: {broadband} nhiều hơn {right}.")
            .en("{broadband.name}: {broadband} is more than {right}.");

    private static String vietnamese(String template, Map<String, String> values) {
        return RuleMessages.render(new LocalizedText().vi(template), Language.VI, values);
    }

    @Test
    void namesAreReplacedInTheLanguageAskedFor() {
        Map<String, String> values = Map.of("broadband.name", "Băng rộng", "broadband", "168.021", "right", "100.000");
        assertThat(RuleMessages.render(MESSAGE, Language.VI, values))
                .isEqualTo("Băng rộng: 168.021 nhiều hơn 100.000.");
        assertThat(RuleMessages.render(MESSAGE, Language.EN, values))
                .isEqualTo("Băng rộng: 168.021 is more than 100.000.");
    }

    @Test
    void withoutAnEnglishTextTheVietnameseIsTaken() {
        assertThat(RuleMessages.render(new LocalizedText().vi("Sai {left}"), Language.EN, Map.of("left", "1")))
                .isEqualTo("Sai 1");
    }

    @Test
    void valuesAreNeverReplacedAgainAndNothingElseIsSpecial() {
        assertThat(vietnamese("{left} {right}", Map.of("left", "{right}", "right", "{left}")))
                .isEqualTo("{right} {left}");
        assertThat(vietnamese("${left} $ {left}", Map.of("left", "5"))).isEqualTo("$5 $ 5");
    }

    @Test
    void aMessageIsNoLongerThanAFindingTakes() {
        String longest = "x".repeat(4000);
        assertThat(vietnamese("{left}", Map.of("left", longest))).isEqualTo(longest);
        assertThat(vietnamese("{left}!", Map.of("left", longest))).isEqualTo("x".repeat(3999) + "…");
        assertThat(vietnamese("{left}🏛!", Map.of("left", "x".repeat(3998)))).isEqualTo("x".repeat(3998) + "…");
    }

    @Test
    void whatStandsForNoValueIsFoundWhereItStands() throws UnreadableException {
        var known = RuleMessages.known(Condition.parse("{mobile-subscriptions} > {fixed}"));
        assertThat(known).contains("left", "organization", "mobile-subscriptions.name", "fixed");
        assertThat(RuleMessages.unknown("{left} {mobile-subscriptions} {fixed.name} là {difference}", known))
                .isEmpty();
        assertThat(RuleMessages.unknown("{Left} và { left } {fixed.code} } {a{right}{", known))
                .containsExactly(
                        new Unknown("{Left}", 0),
                        new Unknown("{ left }", 10),
                        new Unknown("{fixed.code}", 19),
                        new Unknown("}", 32),
                        new Unknown("{", 34),
                        new Unknown("{", 43));
    }

    @Test
    void withoutAConditionOnlyWhatCannotBeACodeIsFound() {
        assertThat(RuleMessages.unknown("{left} {anything} {any-thing.name} {Any} {"))
                .containsExactly(new Unknown("{Any}", 35), new Unknown("{", 41));
    }
}
