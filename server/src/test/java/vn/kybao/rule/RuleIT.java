package vn.kybao.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kybao.api.model.Severity;
import vn.kybao.problem.Language;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RuleBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** Rules are data: written by their owners, read by all, kept in every version. */
class RuleIT {
    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final LocalDate END = LocalDate.of(2018, 3, 31);

    private static TestOrganization department;
    private static String broadband;
    private static String mobile;
    private static String fixed;

    @BeforeAll
    static void make() {
        department = new OrganizationBuilder().create();
        broadband = new IndicatorBuilder().create();
        mobile = new IndicatorBuilder().create();
        fixed = new IndicatorBuilder().create();
    }

    private static RuleBuilder rule() {
        return new RuleBuilder()
                .owner(department)
                .expression("{%s} <= {%s} + {%s}".formatted(broadband, mobile, fixed));
    }

    @Test
    void aRuleIsWrittenAndReadBackAsItWas() {
        String code = Builder.uniqueCode("rule");
        String expression = "{%s measure=PLAN} <= {%s} + 2".formatted(broadband, mobile);
        Answer created = department
                .admin()
                .post("/v1/rules", """
                {"code": "%s", "owner": "%s", "expression": "%s", "severity": "WARNING", "needsJustification": true,
                 "tolerance": "0.50", "validFrom": "2018-01-01", "validTo": "2018-12-31",
                 "message": {"vi": "Chênh {difference}", "en": "Off by {difference}"}}""".formatted(code, department.code(), expression))
                .is(201);
        assertThat(created.header("Location")).hasValue(TestServer.shared().address() + "/v1/rules/" + code);
        Answer read = Api.admin().get("/v1/rules/" + code).is(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.etag()).isEqualTo(created.etag()).startsWith("\"1-");
        assertThat(read.text("/owner")).isEqualTo(department.code());
        assertThat(read.text("/expression")).isEqualTo(expression);
        assertThat(read.text("/severity")).isEqualTo("WARNING");
        assertThat(read.at("/needsJustification").asBoolean()).isTrue();
        assertThat(read.text("/tolerance")).isEqualTo("0.5");
        assertThat(read.text("/message/vi")).isEqualTo("Chênh {difference}");
        assertThat(read.text("/message/en")).isEqualTo("Off by {difference}");
        assertThat(read.text("/validFrom")).isEqualTo("2018-01-01");
        assertThat(read.text("/validTo")).isEqualTo("2018-12-31");
    }

    @Test
    void whatIsLeftOutIsNoToleranceNoJustificationAndNoEnd() {
        Answer read = Api.admin().get("/v1/rules/" + rule().create());
        assertThat(read.text("/tolerance")).isEqualTo("0");
        assertThat(read.at("/needsJustification").asBoolean()).isFalse();
        assertThat(read.json().has("validTo")).isFalse();
    }

    @Test
    void aPatchChangesWhatItNamesAndTheRuleIsNotDeletedButEnds() {
        String path = "/v1/rules/" + rule().with("tolerance", "2").create();
        Api.admin().patch(path, "{}").is(428);
        Answer changed = Api.admin().ifMatch("1").patch(path, """
                {"severity": "ERROR", "message": {"en": "Too many: {left}"}, "validTo": "2018-12-31"}""").is(200);
        assertThat(changed.text("/etag")).isEqualTo("2");
        assertThat(changed.text("/message/vi")).isEqualTo("Vế trái {left} khác vế phải {right}.");
        assertThat(changed.text("/message/en")).isEqualTo("Too many: {left}");
        assertThat(changed.text("/tolerance")).isEqualTo("2");
        assertThat(Api.admin().get(path).json()).isEqualTo(changed.json());
        Api.admin().ifMatch("1").patch(path, "{}").is(412);
        Answer open = Api.admin().ifMatch("2").patch(path, """
                {"validTo": null, "message": {"en": null}}""").is(200);
        assertThat(open.json().has("validTo")).isFalse();
        assertThat(open.at("/message").has("en")).isFalse();
        Api.admin().ifMatch("3").delete(path).is(405);
    }

    @Test
    void theListFindsByTextOwnerAndSeverityInPages() {
        TestOrganization own = new OrganizationBuilder().create();
        String first = rule().owner(own).message("Thuê bao băng rộng vượt quá").create();
        String second = rule().owner(own).with("severity", "ERROR").create();
        String list = "/v1/rules?owner=" + own.code();
        assertThat(Api.admin().get(list).items("code")).containsExactly(first, second);
        assertThat(Api.admin().get(list + "&severity=ERROR").items("code")).containsExactly(second);
        assertThat(Api.admin().get(list + "&q=thue%20bao%20bang%20rong").items("code"))
                .containsExactly(first);
        assertThat(Api.admin().get(list + "&q=" + broadband).items("etag")).containsExactly("1", "1");
        Answer page = Api.admin().get(list + "&limit=1");
        assertThat(page.items("code")).containsExactly(first);
        Answer next = Api.admin().get(list + "&limit=1&cursor=" + page.text("/nextCursor"));
        assertThat(next.items("code")).containsExactly(second);
        assertThat(next.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void othersReadARuleButOnlyItsOwnersSubtreeWritesIt() {
        String path = "/v1/rules/" + rule().create();
        TestOrganization stranger = new OrganizationBuilder().create();
        assertThat(stranger.with("read").get(path).is(200).text("/owner")).isEqualTo(department.code());
        assertThat(stranger.with("read").get(path + "/history").is(200).items("etag"))
                .containsExactly("1");
        Answer refused = stranger.admin().ifMatch("1").patch(path, "{}").is(403);
        assertThat(refused.problem()).isEqualTo("not-owner");
        stranger.admin().post("/v1/rules", rule().json()).is(403);
        TestOrganization child = new OrganizationBuilder().under(department).create();
        child.admin().ifMatch("1").patch(path, "{}").is(403);
        department.admin().post("/v1/rules", rule().owner(child).json()).is(201);
        department
                .admin()
                .ifMatch("1")
                .patch(path, """
                {"owner": "%s"}""".formatted(stranger.code()))
                .is(403);
        department.admin().ifMatch("1").patch(path, """
                {"owner": "%s"}""".formatted(child.code())).is(200);
    }

    @Test
    void aCodeThatIsTakenByARuleAProblemOrTheProductIsRefused() {
        String code = rule().create();
        for (String taken : List.of(code, "magnitude-jump", "stock-identity", "not-found", "value-range")) {
            Answer answer =
                    Api.admin().post("/v1/rules", rule().code(taken).json()).is(409);
            assertThat(answer.errorCodes()).containsExactly("code-taken");
            assertThat(answer.pointers()).containsExactly("/code");
        }
    }

    @Test
    void anUnreadableExpressionSaysWhereAndWhy() {
        String reference = "{" + mobile + "}";
        int length = reference.length();
        unreadable(reference + " >= 1 AND 2", "expression-invalid", length + 6, 3);
        unreadable(reference + " > 1 > 0", "expression-invalid", length + 5, 1);
        unreadable(reference + " + 1", "expression-invalid", 0, length + 4);
        unreadable("1 < 2", "expression-invalid", 0, 5);
        unreadable("1 < " + reference + " / 0", "expression-invalid", 4, length + 4);
        unreadable("(1 + 2) <= {" + mobile + " period=never}", "expression-invalid", length + 11, 12);
        unreadable("1 <= {" + mobile + " breakdown.payment=prepaid}", "unknown-breakdown", 5, length + 26);
    }

    private static void unreadable(String expression, String code, int start, int length) {
        Answer answer = Api.admin()
                .english()
                .post("/v1/rules", rule().expression(expression).json())
                .is(422);
        assertThat(answer.errorCodes()).as(expression).containsExactly(code);
        assertThat(answer.pointers()).containsExactly("/expression");
        assertThat(answer.at("/errors/0/position/start").asInt()).as(expression).isEqualTo(start);
        assertThat(answer.at("/errors/0/position/length").asInt())
                .as(expression)
                .isEqualTo(length);
    }

    @Test
    void aBreakdownTakesTheCodesOfItsIndicatorOnly() {
        String split = splitIndicator();
        String good = "{%s breakdown.payment=prepaid} <= {%s breakdown.area=42}".formatted(split, split);
        Api.admin().post("/v1/rules", rule().expression(good).json()).is(201);
        Answer answer = Api.admin()
                .post(
                        "/v1/rules",
                        rule().expression(good.replace("prepaid", "barter").replace("42", "north"))
                                .json())
                .is(422);
        assertThat(answer.errorCodes()).containsExactly("unknown-breakdown", "unknown-breakdown");
        assertThat(answer.text("/errors/0/expected")).isEqualTo("prepaid, postpaid");
        assertThat(answer.text("/errors/0/actual")).isEqualTo("payment=barter");
    }

    private static String splitIndicator() {
        return new IndicatorBuilder().withJson("breakdowns", """
                        [{"dimension": "payment", "name": {"vi": "Hình thức"},
                          "codes": [{"code": "prepaid", "name": {"vi": "Trả trước"}},
                                    {"code": "postpaid", "name": {"vi": "Trả sau"}}]},
                         {"dimension": "area", "name": {"vi": "Địa bàn"}}]""").create();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithWhereItIs() {
        Answer answer = Api.admin()
                .post(
                        "/v1/rules",
                        rule().expression("{%s} < {%sx} + {no-such-thing}".formatted(mobile, mobile))
                                .with("owner", "nobody")
                                .with("severity", "ERROR")
                                .with("needsJustification", true)
                                .with("validFrom", "2018-12-31")
                                .with("validTo", "2018-01-01")
                                .withJson("message", """
                                        {"vi": "Sai {lft} và {%s.name}", "en": "{"}""".formatted(mobile))
                                .json())
                .is(422);
        assertThat(answer.errorCodes())
                .containsExactly(
                        "unknown-reference",
                        "justification-without-warning",
                        "dates-reversed",
                        "unknown-reference",
                        "unknown-reference",
                        "unknown-placeholder",
                        "unknown-placeholder");
        assertThat(answer.pointers())
                .containsExactly(
                        "/owner",
                        "/needsJustification",
                        "/validTo",
                        "/expression",
                        "/expression",
                        "/message/vi",
                        "/message/en");
        int second = mobile.length() + 5;
        assertThat(answer.at("/errors/3/position/start").asInt()).isEqualTo(second);
        assertThat(answer.at("/errors/3/position/length").asInt()).isEqualTo(mobile.length() + 3);
        assertThat(answer.text("/errors/3/expected")).startsWith("indicator-");
        assertThat(answer.at("/errors/5/position/start").asInt()).isEqualTo(4);
        assertThat(answer.at("/errors/5/position/length").asInt()).isEqualTo(5);
        assertThat(answer.text("/errors/5/expected"))
                .startsWith("left, right, difference, tolerance, period, organization, ")
                .contains(mobile + ".name");
    }

    @Test
    void onlyAWarningMayAskForAJustificationAndAToleranceIsNotNegative() {
        Answer note = Api.admin()
                .post(
                        "/v1/rules",
                        rule().with("severity", "INFO")
                                .with("needsJustification", true)
                                .json())
                .is(422);
        assertThat(note.errorCodes()).containsExactly("justification-without-warning");
        Answer negative = Api.admin()
                .post("/v1/rules", rule().with("tolerance", "-0.1").json())
                .is(400);
        assertThat(negative.errorCodes()).containsExactly("out-of-bounds");
        String path = "/v1/rules/" + rule().with("needsJustification", true).create();
        Answer changed = Api.admin().ifMatch("1").patch(path, """
                {"severity": "ERROR"}""").is(422);
        assertThat(changed.pointers()).containsExactly("/needsJustification");
    }

    @Test
    void theSetMovesByOneWithEachWriteAndWithNothingElse() {
        long before = writes();
        String body = rule().json();
        String key = Builder.uniqueCode("key");
        Api.admin().idempotencyKey(key).post("/v1/rules", body).is(201);
        assertThat(writes()).isEqualTo(before + 1);
        assertThat(Api.admin().idempotencyKey(key).post("/v1/rules", body).header("Idempotency-Replayed"))
                .hasValue("true");
        Api.admin().post("/v1/rules", body).is(409);
        Api.admin().post("/v1/rules", rule().expression("1").json()).is(422);
        new OrganizationBuilder().create().admin().post("/v1/rules", body).is(403);
        assertThat(writes()).isEqualTo(before + 1);
        String path = "/v1/rules/" + rule().create();
        Api.admin().ifMatch("9").patch(path, "{}").is(412);
        assertThat(writes()).isEqualTo(before + 2);
        Api.admin().ifMatch("1").patch(path, "{}").is(200);
        assertThat(writes()).isEqualTo(before + 3);
        assertThat(TestServer.shared().bean(RuleService.class).ruleSet())
                .isEqualTo(BuiltInRule.VERSION + "." + (before + 3));
    }

    @Test
    void writesAtTheSameTimeAreCountedOneByOne() throws Exception {
        long before = writes();
        List<RuleBuilder> rules = IntStream.range(0, 12).mapToObj(i -> rule()).toList();
        List<Future<Answer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            rules.forEach(rule -> answers.add(threads.submit(() -> Api.admin().post("/v1/rules", rule.json()))));
        }
        Set<String> sets = new TreeSet<>();
        for (Future<Answer> answer : answers) {
            String code = answer.get().is(201).text("/code");
            sets.add(Api.admin().get("/v1/rules/" + code + "/history").text("/items/0/ruleSet"));
        }
        assertThat(writes()).isEqualTo(before + 12);
        assertThat(sets)
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(before + 1, before + 12)
                        .mapToObj(number -> BuiltInRule.VERSION + "." + number)
                        .toList());
    }

    private static long writes() {
        String ruleSet = Api.admin().get("/v1/rules?limit=1").text("/ruleSet");
        assertThat(ruleSet).startsWith(BuiltInRule.VERSION + ".");
        return Long.parseLong(ruleSet.substring(2));
    }

    @Test
    void theHistoryTellsEveryVersionWithTheSetItCameWith() {
        long before = writes();
        String path = "/v1/rules/" + rule().create();
        Api.admin().ifMatch("1").patch(path, """
                {"expression": "{%s} = 5", "tolerance": "1", "validTo": "2019-01-01"}""".formatted(fixed)).is(200);
        Api.admin().ifMatch("2").patch(path, """
                {"severity": "INFO", "validTo": null}""").is(200);
        Answer all = Api.admin().get(path + "/history").is(200);
        assertThat(all.items("etag")).containsExactly("3", "2", "1");
        assertThat(all.items("ruleSet"))
                .containsExactly(
                        BuiltInRule.VERSION + "." + (before + 3),
                        BuiltInRule.VERSION + "." + (before + 2),
                        BuiltInRule.VERSION + "." + (before + 1));
        assertThat(all.items("severity")).containsExactly("INFO", "WARNING", "WARNING");
        assertThat(all.items("tolerance")).containsExactly("1", "1", "0");
        assertThat(all.items("validTo")).containsExactly("", "2019-01-01", "");
        assertThat(all.text("/items/1/expression")).isEqualTo("{" + fixed + "} = 5");
        assertThat(all.text("/items/0/changedAt"))
                .isEqualTo(Api.admin().get(path).text("/updatedAt"));
        Answer newest = Api.admin().get(path + "/history?limit=2");
        assertThat(newest.items("etag")).containsExactly("3", "2");
        assertThat(Api.admin()
                        .get(path + "/history?limit=2&cursor=" + newest.text("/nextCursor"))
                        .items("etag"))
                .containsExactly("1");
        Api.admin().get("/v1/rules/no-such-rule/history").is(404);
    }

    @Test
    void rulesApplyBelowTheirOwnerAndUnderRegimesBelowIt() {
        TestOrganization operator =
                OrganizationBuilder.operator().under(department).create();
        TestOrganization elsewhere = new OrganizationBuilder().create();
        String ofDepartment = rule().create();
        String ofOperator = rule().owner(operator).create();
        String ofOther = rule().owner(elsewhere).create();
        String path = "/root/" + department.code() + "/";
        assertThat(applicable(path + operator.code() + "/", path)).contains(ofDepartment, ofOperator);
        assertThat(applicable(path, path)).contains(ofDepartment).doesNotContain(ofOperator, ofOther);
        String other = "/root/" + elsewhere.code() + "/";
        assertThat(applicable(other, path)).contains(ofDepartment, ofOther).doesNotContain(ofOperator);
        assertThat(applicable(path, other)).contains(ofDepartment, ofOther).isSorted();
        assertThat(applicable(other, other)).contains(ofOther).doesNotContain(ofDepartment);
    }

    private static List<String> applicable(String reporter, String regimeOwner) {
        return TestServer.shared().bean(RuleService.class).applicable(reporter, regimeOwner, START, END).stream()
                .map(RuleDefinition::code)
                .toList();
    }

    @Test
    void rulesApplyWhileTheyAreValidOnSomeDayOfTheWindow() {
        String path = "/root/" + new OrganizationBuilder().create().code() + "/";
        TestOrganization owner = new TestOrganization(path.split("/", -1)[2]);
        String lastDay = rule().owner(owner).with("validFrom", "2018-03-31").create();
        String firstDay = rule().owner(owner).with("validTo", "2018-01-01").create();
        rule().owner(owner).with("validFrom", "2018-04-01").create();
        rule().owner(owner).with("validTo", "2017-12-31").create();
        assertThat(applicable(path, path))
                .filteredOn(code ->
                        Api.admin().get("/v1/rules/" + code).text("/owner").equals(owner.code()))
                .containsExactlyInAnyOrder(lastDay, firstDay);
    }

    @Test
    void whatAppliesIsTheLatestVersionReadyToBeUsed() {
        TestOrganization owner = new OrganizationBuilder().create();
        String code = rule().owner(owner).with("tolerance", "0.5").create();
        assertThat(definition(owner, code).severity()).isEqualTo(Severity.WARNING);
        Api.admin().ifMatch("1").patch("/v1/rules/" + code, """
                {"severity": "ERROR", "message": {"vi": "{left} > {right}"}}""").is(200);
        RuleDefinition definition = definition(owner, code);
        assertThat(definition.version()).isEqualTo(2);
        assertThat(definition.severity()).isEqualTo(Severity.ERROR);
        assertThat(definition.tolerance()).isEqualByComparingTo("0.5");
        assertThat(definition.message(Language.EN, Map.of("left", "3", "right", "2")))
                .isEqualTo("3 > 2");
        assertThat(definition.condition().evaluate(reference -> BigDecimal.ONE, definition.tolerance()))
                .hasValueSatisfying(verdict -> assertThat(verdict.holds()).isTrue());
    }

    private static RuleDefinition definition(TestOrganization owner, String code) {
        String path = "/root/" + owner.code() + "/";
        return TestServer.shared().bean(RuleService.class).applicable(path, path, START, END).stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRulesOfTheProductAreAListOfTheirOwn() {
        Answer list = department.with("read").get("/v1/built-in-rules").is(200);
        assertThat(list.items("code"))
                .hasSize(BuiltInRule.values().length)
                .contains("magnitude-jump", "one-population");
        assertThat(list.at("/nextCursor").isNull()).isTrue();
        assertThat(list.at("/items/0").has("etag")).isFalse();
        assertThat(list.text("/items/0/severities/0")).isEqualTo("ERROR");
        assertThat(list.text("/items/0/description/vi")).contains("chính xác");
        Api.admin()
                .header("If-None-Match", list.etag())
                .get("/v1/built-in-rules")
                .is(304);
    }
}
