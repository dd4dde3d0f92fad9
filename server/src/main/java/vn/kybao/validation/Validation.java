package vn.kybao.validation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import vn.kybao.rule.RuleDefinition;

/** Runs every rule over a case, in one pass. */
@Singleton
public class Validation {
    private static final List<Rule> BUILT_IN = List.of(
            new Parts(), new Balance(), new Ratios(), new OnePopulation(), new Jumps(), new Flows(), new Days());

    /** Everything that is found: by the built-in rules, then by those of the catalogue. */
    public List<Hit> check(Case figures, List<RuleDefinition> catalogue) {
        List<Hit> hits = new ArrayList<>();
        BUILT_IN.forEach(rule -> rule.check(figures, hits::add));
        new Conditions(catalogue).check(figures, hits::add);
        return hits;
    }
}
