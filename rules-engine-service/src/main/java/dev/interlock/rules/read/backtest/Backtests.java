package dev.interlock.rules.read.backtest;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.gate.Gate;
import dev.interlock.rules.domain.gate.Judgement;
import dev.interlock.rules.domain.gate.Ruling.NotCovered;
import dev.interlock.rules.domain.rule.Rule;
import dev.interlock.rules.domain.schedule.NamedCalendar;
import dev.interlock.rules.projection.RecordedWorlds;
import dev.interlock.rules.projection.RecordedWorlds.Attempt;
import dev.interlock.rules.projection.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts each attempt on record to the gate again, with one rule more. */
@Component
final class Backtests {

    private static final int MOST_LISTED = 1_000;

    /**
     * @param id of the deployment, or of the attempt that was refused
     * @param code what the rule says, and why
     */
    record Hit(
            String id,
            String product,
            String version,
            String environment,
            Instant at,
            String decisionId,
            String code,
            String message) {}

    /**
     * @param attempts how many were made since then
     * @param inScope how many of them the rule's scope holds
     * @param skipped of how many of these the rule says nothing, for example since it is for other
     *     actions
     * @param wouldBlock how many were allowed and would not have been
     * @param alreadyBlocked how many the rule fails, that were blocked anyway
     * @param undecided how many cannot be decided again: what they named is not on record
     * @param items those that were allowed and would not have been, oldest first
     * @param truncated are there more than are listed?
     * @param asOf newest position per source that was known when it began
     */
    record Backtest(
            Instant since,
            Instant until,
            int attempts,
            int inScope,
            int skipped,
            int wouldBlock,
            int alreadyBlocked,
            int undecided,
            List<Hit> items,
            boolean truncated,
            Map<String, Long> asOf) {}

    private final RecordedWorlds worlds;

    Backtests(RecordedWorlds worlds) {
        this.worlds = worlds;
    }

    /**
     * @param rule takes the place of the one with its id, if there was one
     * @param calendars those the rule names, as they are now
     * @param known positions that the record must have reached
     */
    Backtest run(
            Rule rule,
            Map<String, NamedCalendar> calendars,
            Instant since,
            Instant until,
            Map<String, Long> known) {
        var count = new Count(rule, calendars);
        worlds.attempts(since, known, count);
        return new Backtest(
                since,
                until,
                count.attempts,
                count.inScope,
                count.skipped,
                count.wouldBlock,
                count.alreadyBlocked,
                count.undecided,
                List.copyOf(count.hits),
                count.wouldBlock > count.hits.size(),
                known);
    }

    private static final class Count implements RecordedWorlds.Visitor {

        private final Rule rule;
        private final Map<String, NamedCalendar> named;
        private final List<Hit> hits = new ArrayList<>();
        private int attempts;
        private int inScope;
        private int skipped;
        private int wouldBlock;
        private int alreadyBlocked;
        private int undecided;
        private @Nullable Object rules;
        private @Nullable Object calendars;
        private @Nullable World tried;

        Count(Rule rule, Map<String, NamedCalendar> named) {
            this.rule = rule;
            this.named = named;
        }

        @Override
        public void attempt(Attempt attempt, World before) {
            attempts++;
            var decided = attempt.decision();
            var query =
                    new GateQuery(
                            decided.product(),
                            decided.version(),
                            decided.environment(),
                            decided.dr(),
                            attempt.deployer(),
                            attempt.actorKind());
            switch (Gate.decide(query, trying(before), decided.decidedAt())) {
                case NotCovered _ -> undecided++;
                case Judgement judgement -> count(attempt, judgement);
            }
        }

        /** Rules and calendars change seldom, and are compiled as seldom. */
        private World trying(World before) {
            var last = tried;
            if (last == null || rules != before.ruleVersions() || calendars != before.calendars()) {
                rules = before.ruleVersions();
                calendars = before.calendars();
                last = before.trying(rule, named);
                tried = last;
            }
            return before.underRulesOf(last);
        }

        private void count(Attempt attempt, Judgement judgement) {
            var found =
                    judgement.findings().stream()
                            .filter(f -> f.rule() != null && f.rule().id().equals(rule.id()))
                            .findFirst();
            if (found.isEmpty()) {
                return;
            }
            inScope++;
            var finding = found.get();
            if (finding.outcome() == Outcome.SKIPPED) {
                skipped++;
            }
            if (finding.outcome() != Outcome.FAILED && finding.outcome() != Outcome.ERROR) {
                return;
            }
            if (!attempt.decision().allowed()) {
                alreadyBlocked++;
            } else if (!judgement.allowed() && finding.mode() == Finding.Mode.ENFORCE) {
                // an override that was in force then may lift this rule too
                wouldBlock++;
                if (hits.size() < MOST_LISTED) {
                    hits.add(hit(attempt, finding));
                }
            }
        }

        private static Hit hit(Attempt attempt, Finding finding) {
            var decided = attempt.decision();
            return new Hit(
                    attempt.id(),
                    decided.product(),
                    decided.version(),
                    decided.environment(),
                    attempt.at(),
                    decided.id(),
                    finding.code(),
                    finding.message());
        }
    }
}
