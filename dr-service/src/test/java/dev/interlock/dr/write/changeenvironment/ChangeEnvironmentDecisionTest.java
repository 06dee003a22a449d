package dev.interlock.dr.write.changeenvironment;

import static dev.interlock.dr.write.changeenvironment.ChangeEnvironmentDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.Environment;
import dev.interlock.dr.domain.Ids;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.EnvironmentChanged;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeEnvironmentDecisionTest {

    private static final Environment KNOWN =
            new Environment.Registered(
                    "qa", Ids.environment("qa"), "test", "enforce", "UTC", List.of("quality"));

    @Test
    void whatIsNotSaidStaysAsItIs() {
        assertThat(decide(KNOWN, mode("report_only"), Set.of()))
                .isEqualTo(
                        Decision.accept(
                                new EnvironmentChanged(
                                        "qa", "test", "report_only", "UTC", List.of("quality"))));
    }

    @Test
    void whatIsSoAlreadyIsRedundant() {
        assertThat(decide(KNOWN, mode("enforce"), Set.of())).isInstanceOf(Redundant.class);
    }

    @Test
    void anAliasThatMeansAnotherIsTaken() {
        var alias = new ChangeEnvironment("qa", null, null, null, List.of("prod"));
        assertThat(decide(KNOWN, alias, Set.of("prod")))
                .isEqualTo(new Refused<>(new Refusal.EnvironmentExists("prod")));
    }

    @Test
    void whatIsUnknownCannotBeChanged() {
        assertThat(decide(new Environment.Unknown(), mode("enforce"), Set.of()))
                .isEqualTo(new Refused<>(new Refusal.Unknown("environment", "qa")));
    }

    private static ChangeEnvironment mode(String mode) {
        return new ChangeEnvironment("qa", null, mode, null, null);
    }
}
