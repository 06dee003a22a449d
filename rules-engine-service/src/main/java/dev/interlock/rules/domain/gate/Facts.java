package dev.interlock.rules.domain.gate;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Records;
import dev.interlock.rules.domain.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a decision may look at: what happened, and the rules in force. */
public interface Facts extends Records {

    /** In whose scope the product is there, in the order of their ids. */
    List<Rule> rules(String product, Environment environment);

    /** Its version in force; null if there is none. */
    @Nullable Rule rule(String id);
}
