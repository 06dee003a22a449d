package dev.interlock.dr.write.registerenvironment;

import static dev.interlock.dr.write.registerenvironment.RegisterEnvironmentDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.Environment;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.EnvironmentEvent;
import dev.interlock.dr.events.EnvironmentRegistered;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisterEnvironmentDecisionTest {

    private static final RegisterEnvironment BY_HAND =
            new RegisterEnvironment(
                    "qa", "test", "enforce", "UTC", List.of("quality"), null, false);
    private static final Environment KNOWN =
            new Environment.Registered("qa", "id", "test", "enforce", "UTC", List.of(), null);

    @Test
    void anEnvironmentIsRegisteredOnce() {
        assertThat(decide(new Environment.Unknown(), BY_HAND, Set.of()))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(decide(KNOWN, BY_HAND, Set.of()))
                .isEqualTo(new Refused<>(new Refusal.EnvironmentExists("qa")));
    }

    @Test
    void aNameThatMeansAnotherIsTaken() {
        assertThat(decide(new Environment.Unknown(), BY_HAND, Set.of("quality")))
                .isEqualTo(new Refused<>(new Refusal.EnvironmentExists("quality")));
    }

    @Test
    void atFirstSightItGovernsNothing() {
        var seen = RegisterEnvironment.atFirstSight("sandbox");
        assertThat(decide(new Environment.Unknown(), seen, Set.of()).orThrow())
                .singleElement()
                .satisfies(RegisterEnvironmentDecisionTest::governsNothing);
        assertThat(decide(KNOWN, seen, Set.of())).isInstanceOf(Redundant.class);
    }

    private static void governsNothing(EnvironmentEvent event) {
        var registered = (EnvironmentRegistered) event;
        assertThat(registered.type()).isEqualTo("development");
        assertThat(registered.mode()).isEqualTo("report_only");
    }
}
