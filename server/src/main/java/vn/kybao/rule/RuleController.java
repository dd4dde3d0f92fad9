package vn.kybao.rule;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.RulesApi;
import vn.kybao.api.model.BuiltInRuleList;
import vn.kybao.api.model.Rule;
import vn.kybao.api.model.RuleCreate;
import vn.kybao.api.model.RulePage;
import vn.kybao.api.model.RulePatch;
import vn.kybao.api.model.RuleVersionPage;
import vn.kybao.api.model.Severity;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class RuleController implements RulesApi {
    private final RuleService service;
    private final Answers answers;
    private final Writes writes;

    RuleController(RuleService service, Answers answers, Writes writes) {
        this.service = service;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<RulePage> listRules(
            @Nullable String q,
            @Nullable String owner,
            @Nullable Severity severity,
            @Nullable Integer limit,
            @Nullable String cursor) {
        RulePage page = service.page(q, owner, severity, limit, cursor);
        return answers.list(page, page.getNextCursor());
    }

    @Override
    public HttpResponse<Rule> createRule(RuleCreate ruleCreate) {
        return writes.perform(findings -> service.create(ruleCreate, findings));
    }

    @Override
    public HttpResponse<Rule> getRule(String code) {
        Rule rule = service.get(code);
        return answers.resource(rule, rule.getEtag());
    }

    @Override
    public HttpResponse<Rule> updateRule(String code, RulePatch rulePatch) {
        return writes.perform(findings -> service.update(code, findings));
    }

    @Override
    public HttpResponse<RuleVersionPage> listRuleHistory(
            String code, @Nullable Integer limit, @Nullable String cursor) {
        var page = service.history(code, limit, cursor);
        return answers.list(new RuleVersionPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<BuiltInRuleList> listBuiltInRules() {
        return answers.list(new BuiltInRuleList().items(service.builtIn()), null);
    }
}
