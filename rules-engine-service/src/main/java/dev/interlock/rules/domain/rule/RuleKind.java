package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Records;
import dev.interlock.rules.domain.facts.Situation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a rule demands. The sealed list of kinds. */
public sealed interface RuleKind
        permits Concurrency,
                Cooldown,
                Dependency,
                DrRequired,
                Expression,
                Flow,
                Quota,
                Schedule,
                Soak,
                Steps,
                VersionApprovalRequired {

    /** Readers of stored and submitted definitions, by the kind's name. */
    Map<String, BiFunction<Map<String, Object>, Violations, RuleKind>> READERS =
            Map.ofEntries(
                    Map.entry(Concurrency.NAME, Concurrency::read),
                    Map.entry(Cooldown.NAME, Cooldown::read),
                    Map.entry(Dependency.NAME, Dependency::read),
                    Map.entry(DrRequired.NAME, DrRequired::read),
                    Map.entry(Expression.NAME, Expression::read),
                    Map.entry(Flow.NAME, Flow::read),
                    Map.entry(Quota.NAME, Quota::read),
                    Map.entry(Schedule.NAME, Schedule::read),
                    Map.entry(Soak.NAME, Soak::read),
                    Map.entry(Steps.NAME, Steps::read),
                    Map.entry(VersionApprovalRequired.NAME, VersionApprovalRequired::read));

    String name();

    /** The kind's own settings, as they are stored. */
    Map<String, Object> definition();

    /** The stable code of the failure this kind reports. */
    String code();

    /**
     * @param pool all rules that apply to the situation, or will once they are no longer suspended,
     *     and whose allowances count together with this one's; itself among them
     */
    RuleVerdict judge(Situation situation, List<Rule> pool);

    /** Names of the calendars without which it cannot be judged. */
    default Set<String> calendars() {
        return Set.of();
    }

    /** Those whose people are to have their say before the rule passes. */
    default List<String> approvalTypes() {
        return List.of();
    }

    /**
     * When it closes or opens by the clock alone, for people to look ahead; in no order.
     *
     * @param product null = any
     */
    default List<Stretch> stretches(
            Records records, @Nullable String product, Instant from, Instant to) {
        return List.of();
    }

    /** The rule in one line, for people. */
    String sentence();
}
