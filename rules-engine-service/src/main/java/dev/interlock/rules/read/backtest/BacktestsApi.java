package dev.interlock.rules.read.backtest;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import dev.interlock.rules.domain.rule.Rule;
import dev.interlock.rules.http.FreshWorlds;
import dev.interlock.rules.http.KnownCalendars;
import dev.interlock.rules.http.RuleBody;
import dev.interlock.rules.read.backtest.Backtests.Backtest;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class BacktestsApi {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;
    private static final int LONGEST_ID = 64;
    private static final String DRAFT = "draft";

    /**
     * @param rule as it would be submitted; judged as if it were enforced
     * @param replaces id of the rule it would be a new version of; null = none
     * @param days how far back; default 30, at most 366
     */
    record BacktestBody(
            @Nullable RuleBody rule, @Nullable String replaces, @Nullable Integer days) {}

    private final Backtests backtests;
    private final KnownCalendars calendars;
    private final FreshWorlds worlds;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    BacktestsApi(Backtests backtests, KnownCalendars calendars, FreshWorlds worlds, Clock clock) {
        this.backtests = backtests;
        this.calendars = calendars;
        this.worlds = worlds;
        this.clock = clock;
    }

    /** Changes nothing. One at a time: each reads the whole record. */
    @PostMapping("/v1/rules/backtests")
    Backtest run(@RequestBody BacktestBody body, Caller caller) {
        caller.require(Permission.RULE_WRITE);
        if (body.rule() == null) {
            throw Problem.invalid("/rule", "is required");
        }
        int days = body.days() == null ? USUAL_DAYS : body.days();
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.invalid("/days", "is %d (expected: 1 to %d)".formatted(days, MOST_DAYS));
        }
        var violations = new Violations();
        var replaced = violations.optionalLine("/replaces", body.replaces(), LONGEST_ID);
        violations.throwIfAny();
        var id = replaced == null ? DRAFT : replaced;
        var rule = body.rule().draft(id, calendars::has);
        var known = worlds.strong();
        if (replaced != null) {
            expectVersionOf(known.rule(replaced), replaced, rule);
        }
        if (!one.tryLock()) {
            throw Problem.unavailable("SERVICE_UNAVAILABLE", "another backtest is running")
                    .retryAfter(clock.instant().plusSeconds(5));
        }
        try {
            var now = clock.instant();
            var kind = rule.kind();
            var named = calendars.all(kind == null ? Set.of() : kind.calendars());
            return backtests.run(
                    rule, named, now.minus(Duration.ofDays(days)), now, known.positions());
        } finally {
            one.unlock();
        }
    }

    private static void expectVersionOf(@Nullable Rule replaced, String id, Rule draft) {
        if (replaced == null) {
            throw Problem.invalid("/replaces", id + " (expected: the id of a rule)");
        }
        var kind = replaced.kind();
        var drafted = draft.kind();
        if (kind != null && drafted != null && !kind.name().equals(drafted.name())) {
            throw Problem.invalid(
                    "/rule/kind",
                    "%s (expected: %s, as it is of %s)".formatted(drafted.name(), kind.name(), id));
        }
    }
}
