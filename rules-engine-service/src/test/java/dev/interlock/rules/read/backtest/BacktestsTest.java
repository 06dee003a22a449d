package dev.interlock.rules.read.backtest;

import static dev.interlock.rules.Story.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.dr.DeploymentStartedV1;
import dev.interlock.rules.Story;
import dev.interlock.rules.Story.Target;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.domain.rule.Rule;
import dev.interlock.rules.domain.rule.RuleKind;
import dev.interlock.rules.domain.rule.Violations;
import dev.interlock.rules.projection.RecordedWorlds;
import dev.interlock.rules.projection.World;
import dev.interlock.rules.read.backtest.Backtests.Backtest;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacktestsTest {

    @Test
    void whatAnOverrideLiftedThenIsNotBlockedByTheSameRule() {
        var story =
                Story.usual()
                        .drRequired("r1", "enforce", "{}")
                        .override(
                                "o1",
                                1,
                                "sam",
                                new Target("api", "7", "production"),
                                NOW.plusSeconds(3600),
                                "r1");
        var before = story.world();
        var judgement = story.judge("api", "7", "production");
        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.passes()).isFalse();
        story.started(judgement);
        var started =
                (DeploymentStartedV1)
                        Objects.requireNonNull(story.told().getLast().message(), "it was told");

        var same = backtest("r1", started, before);
        assertThat(same.inScope()).isEqualTo(1);
        assertThat(same.wouldBlock()).isZero();
        assertThat(same.alreadyBlocked()).isZero();
        assertThat(same.items()).isEmpty();
        assertThat(backtest("draft", started, before).wouldBlock())
                .as("nothing lifts a rule that the override does not name")
                .isEqualTo(1);
    }

    private static Backtest backtest(String id, DeploymentStartedV1 started, World before) {
        var kind =
                Objects.requireNonNull(RuleKind.READERS.get("dr_required"))
                        .apply(Map.of(), new Violations());
        var rule = new Rule(id, id, 0, Rule.Mode.ENFORCE, Scope.EVERYWHERE, kind);
        return new Backtests(new OneAttempt(started, before))
                .run(rule, Map.of(), NOW.minusSeconds(60), NOW.plusSeconds(60), Map.of());
    }

    private record OneAttempt(DeploymentStartedV1 started, World before) implements RecordedWorlds {

        @Override
        public Optional<Attempt> attempt(String decision) {
            return Optional.empty();
        }

        @Override
        public World at(Map<String, Long> positions) {
            return before;
        }

        @Override
        public World at(Instant time, Map<String, Long> known) {
            return before;
        }

        @Override
        public void attempts(Instant since, Map<String, Long> known, Visitor visitor) {
            visitor.attempt(
                    new Attempt(started.deploymentId(), started.decision(), null, "ci", NOW),
                    before);
        }
    }
}
