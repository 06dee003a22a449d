package dev.interlock.rules.projection;

import dev.interlock.rules.domain.rule.Rule;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Compiles on first use, so that reading a long history does not compile each step of it. */
final class CompiledRules {

    private final Collection<Rule> rules;
    private volatile @Nullable ScopeIndex<Rule> index;

    CompiledRules(Collection<Rule> rules) {
        this.rules = rules;
    }

    ScopeIndex<Rule> index() {
        var compiled = index;
        if (compiled == null) {
            compiled = new ScopeIndex<>(rules, Rule::scope, Rule::id);
            index = compiled; // a race compiles the same twice
        }
        return compiled;
    }
}
