package vn.kybao.validation;

import java.util.function.Consumer;

/** A built-in rule. */
interface Rule {
    void check(Case figures, Consumer<Hit> found);
}
