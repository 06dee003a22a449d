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
import dev.interlock.dr.events.EnvironmentEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeEnvironmentDecisionTest {

    private static final Environment KNOWN =
            new Environment.Registered(
                    "qa",
                    Ids.environment("qa"),
                    "test",
                    "enforce",
                    "UTC",
                    List.of("quality"),
                    null);

    @Test
    void whatIsNotSaidStaysAsItIs() {
        assertThat(decide(KNOWN, mode("report_only"), Set.of()))
                .isEqualTo(
                        Decision.accept(
                                new EnvironmentChanged(
                                        "qa",
                                        "test",
                                        "report_only",
                                        "UTC",
                                        List.of("quality"),
                                        null)));
    }

    @Test
    void separationOfDutiesFollowsTheTypeUntilItIsSaid() {
        var production = KNOWN.evolve(accepted(type("production")));
        assertThat(separates(KNOWN)).isFalse();
        assertThat(separates(production)).isTrue();

        var switched = new ChangeEnvironment("qa", null, null, null, null, false);
        var without =
                production.evolve(decide(production, switched, Set.of()).orThrow().getFirst());
        assertThat(separates(without)).isFalse();
        var moded = decide(without, mode("report_only"), Set.of()).orThrow().getFirst();
        assertThat(separates(without.evolve(moded))).as("what is not said stays").isFalse();
    }

    private static boolean separates(Environment environment) {
        return ((Environment.Registered) environment).separatesDuties();
    }

    private static EnvironmentEvent accepted(ChangeEnvironment command) {
        return decide(KNOWN, command, Set.of()).orThrow().getFirst();
    }

    private static ChangeEnvironment type(String type) {
        return new ChangeEnvironment("qa", type, null, null, null, null);
    }

    @Test
    void whatIsSoAlreadyIsRedundant() {
        assertThat(decide(KNOWN, mode("enforce"), Set.of())).isInstanceOf(Redundant.class);
    }

    @Test
    void anAliasThatMeansAnotherIsTaken() {
        var alias = new ChangeEnvironment("qa", null, null, null, List.of("prod"), null);
        assertThat(decide(KNOWN, alias, Set.of("prod")))
                .isEqualTo(new Refused<>(new Refusal.EnvironmentExists("prod")));
    }

    @Test
    void whatIsUnknownCannotBeChanged() {
        assertThat(decide(new Environment.Unknown(), mode("enforce"), Set.of()))
                .isEqualTo(new Refused<>(new Refusal.Unknown("environment", "qa")));
    }

    private static ChangeEnvironment mode(String mode) {
        return new ChangeEnvironment("qa", null, mode, null, null, null);
    }
}
