package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Situation;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What a rule demands. The sealed list of kinds. */
public sealed interface RuleKind
        permits Concurrency,
                Cooldown,
                Dependency,
                DrRequired,
                Flow,
                Quota,
                Schedule,
                Soak,
                Steps,
                VersionApprovalRequired {

    /** Readers of stored and submitted definitions, by the kind's name. */
    Map<String, BiFunction<Map<String, Object>, Violations, RuleKind>> READERS =
            Map.of(
                    Concurrency.NAME, Concurrency::read,
                    Cooldown.NAME, Cooldown::read,
                    Dependency.NAME, Dependency::read,
                    DrRequired.NAME, DrRequired::read,
                    Flow.NAME, Flow::read,
                    Quota.NAME, Quota::read,
                    Schedule.NAME, Schedule::read,
                    Soak.NAME, Soak::read,
                    Steps.NAME, Steps::read,
                    VersionApprovalRequired.NAME, VersionApprovalRequired::read);

    String name();

    /** The kind's own settings, as they are stored. */
    Map<String, Object> definition();

    /** The stable code of the failure this kind reports. */
    String code();

    /**
     * @param pool all rules that apply to the situation and whose allowances count together with
     *     this one's, itself among them
     */
    RuleVerdict judge(Situation situation, List<Rule> pool);

    /** The rule in one line, for people. */
    String sentence();
}
