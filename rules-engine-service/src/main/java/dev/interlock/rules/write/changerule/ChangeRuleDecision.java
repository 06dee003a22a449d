package dev.interlock.rules.write.changerule;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.Refusal.KindIsFixed;
import dev.interlock.rules.domain.Refusal.NoSuchRule;
import dev.interlock.rules.domain.Refusal.StaleVersion;
import dev.interlock.rules.domain.WrittenRule;
import dev.interlock.rules.domain.WrittenRule.Unwritten;
import dev.interlock.rules.domain.WrittenRule.Written;
import dev.interlock.rules.events.RuleChanged;
import dev.interlock.rules.events.RuleEvent;
import java.util.List;

final class ChangeRuleDecision {

    private ChangeRuleDecision() {}

    static Decision<RuleEvent> decide(WrittenRule rule, ChangeRule command) {
        return switch (rule) {
            case Unwritten ignored -> new Refused<>(new NoSuchRule(command.id()));
            case Written(var id, var version, var contents) -> {
                var expected = command.expected();
                if (expected != null && expected != version) {
                    yield new Refused<>(new StaleVersion(id, expected, version));
                }
                if (contents.equals(command.contents())) {
                    yield new Redundant<>("this is what it says already");
                }
                yield contents.kind().equals(command.contents().kind())
                        ? new Accepted<>(List.of(changed(command, version + 1)))
                        : new Refused<>(new KindIsFixed(id, contents.kind()));
            }
        };
    }

    private static RuleEvent changed(ChangeRule command, int version) {
        var contents = command.contents();
        return new RuleChanged(
                command.id(),
                version,
                contents.name(),
                contents.mode(),
                contents.kind(),
                contents.scope().products(),
                contents.scope().environments(),
                contents.scope().environmentTypes(),
                contents.definition(),
                contents.terms().unlessUsual(),
                contents.scope().productLabelsUnlessAll());
    }
}
