package dev.interlock.gateway.limit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.gateway.limit.RateLimits.Kind;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimits limits =
            new RateLimits(
                    new LimitProperties(10, 100, Duration.ofSeconds(20)),
                    new TimeMeter() {
                        @Override
                        public long currentTimeNanos() {
                            return nanos.get();
                        }

                        @Override
                        public boolean isWallClockBased() {
                            return false;
                        }
                    });

    @Test
    void theAnswerSaysWhatIsAllowedAndWhatIsLeft() {
        var first = limits.count(caller("ann"), Kind.DEFAULT);

        assertThat(first.policy()).isEqualTo("\"default\";q=10;w=20");
        assertThat(first.left()).isEqualTo("\"default\";r=9;t=2");
        assertThat(first.refusal()).isNull();
    }

    @Test
    void whoHasSpentItsShareIsRefusedUntilSomeHasComeBack() {
        spend("ann", 10);

        var refused = requireNonNull(limits.count(caller("ann"), Kind.DEFAULT).refusal());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("RATE_LIMITED");
        assertThat(refused.headers()).containsEntry("Retry-After", "2");

        nanos.addAndGet(Duration.ofSeconds(2).toNanos() - 1);
        assertThat(limits.count(caller("ann"), Kind.DEFAULT).refusal()).isNotNull();
        nanos.addAndGet(1);
        assertThat(limits.count(caller("ann"), Kind.DEFAULT).refusal()).isNull();
    }

    @Test
    void neitherAnotherCallerNorTheGateSuffers() {
        spend("ann", 10);

        assertThat(limits.count(caller("bob"), Kind.DEFAULT).refusal()).isNull();
        var asked = limits.count(caller("ann"), Kind.GATE);
        assertThat(asked.refusal()).isNull();
        assertThat(asked.left()).startsWith("\"gate\";r=99;");
    }

    @Test
    void callersAreRememberedWithinABound() {
        for (int i = 0; i < 50_000; i++) {
            limits.count(caller("c" + i), Kind.DEFAULT);
        }
        assertThat(limits.callers()).isLessThanOrEqualTo(20_000);
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        spend("ann", 10);
        for (int i = 0; i < 15_000; i++) {
            limits.count(caller("d" + i), Kind.DEFAULT);
        }
        assertThat(limits.count(caller("ann"), Kind.DEFAULT).refusal())
                .as("whoever has used its share is not forgotten for those who have not")
                .isNotNull();
    }

    @Test
    void aLimitOfNothingIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new LimitProperties(0, 1, Duration.ofSeconds(1)))
                .hasMessageContaining("interlock.limits");
    }

    private void spend(String principal, int requests) {
        for (int i = 0; i < requests; i++) {
            limits.count(caller(principal), Kind.DEFAULT);
        }
    }

    private static Identity caller(String principal) {
        return new Identity(
                principal, "user", "human", principal, "tok", principal, Set.of(), Set.of(),
                List.of(), List.of());
    }
}
