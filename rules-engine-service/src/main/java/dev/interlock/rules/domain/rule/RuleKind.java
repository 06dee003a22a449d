package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Situation;
import java.util.Map;
import java.util.function.BiFunction;

/** What a rule demands. The sealed list of kinds. */
public sealed interface RuleKind permits DrRequired {

    /** Readers of stored and submitted definitions, by the kind's name. */
    Map<String, BiFunction<Map<String, Object>, Violations, RuleKind>> READERS =
            Map.of(DrRequired.NAME, DrRequired::read);

    String name();

    /** The kind's own settings, as they are stored. */
    Map<String, Object> definition();

    RuleVerdict judge(Situation situation);

    /** The rule in one line, for people. */
    String sentence();
}
