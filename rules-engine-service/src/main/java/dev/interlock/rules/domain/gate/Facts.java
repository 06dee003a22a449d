package dev.interlock.rules.domain.gate;

import dev.interlock.rules.domain.facts.Records;
import dev.interlock.rules.domain.rule.Rule;
import dev.interlock.rules.domain.rule.RuleIndex;
import org.jspecify.annotations.Nullable;

/** All that a decision may look at: what happened, and the rules in force. */
public interface Facts extends Records {

    RuleIndex rules();

    /** Its version in force; null if there is none. */
    @Nullable Rule rule(String id);
}
