package dev.interlock.rules.write.createrule;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.WrittenRule;
import dev.interlock.rules.domain.WrittenRule.Unwritten;
import dev.interlock.rules.domain.WrittenRule.Written;
import dev.interlock.rules.events.RuleCreated;
import dev.interlock.rules.events.RuleEvent;
import java.util.List;

final class CreateRuleDecision {

    private CreateRuleDecision() {}

    static Decision<RuleEvent> decide(WrittenRule rule, CreateRule command) {
        var contents = command.contents();
        return switch (rule) {
            case Written ignored -> new Redundant<>("created already");
            case Unwritten ignored ->
                    new Accepted<>(
                            List.of(
                                    new RuleCreated(
                                            command.id(),
                                            1,
                                            contents.name(),
                                            contents.mode(),
                                            contents.kind(),
                                            contents.scope().products(),
                                            contents.scope().environments(),
                                            contents.scope().environmentTypes(),
                                            contents.definition(),
                                            contents.terms().unlessUsual(),
                                            contents.scope().productLabelsUnlessAll())));
        };
    }
}
