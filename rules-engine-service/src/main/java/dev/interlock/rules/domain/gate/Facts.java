package dev.interlock.rules.domain.gate;

import dev.interlock.rules.domain.facts.Records;
import dev.interlock.rules.domain.rule.RuleIndex;

/** All that a decision may look at: what happened, and the rules in force. */
public interface Facts extends Records {

    RuleIndex rules();
}
