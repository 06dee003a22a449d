package dev.interlock.dr.write.changeenvironment;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Environment;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.EnvironmentChanged;
import dev.interlock.dr.events.EnvironmentEvent;
import java.util.Set;

final class ChangeEnvironmentDecision {

    private ChangeEnvironmentDecision() {}

    /**
     * @param taken those of its new aliases that mean another environment already
     */
    static Decision<EnvironmentEvent> decide(
            Environment environment, ChangeEnvironment command, Set<String> taken) {
        return switch (environment) {
            case Environment.Unknown _ ->
                    Decision.refuse(new Refusal.Unknown("environment", command.name()));
            case Environment.Registered _ when !taken.isEmpty() ->
                    Decision.refuse(new Refusal.EnvironmentExists(taken.iterator().next()));
            case Environment.Registered known -> {
                var changed =
                        new EnvironmentChanged(
                                known.name(),
                                requireNonNullElse(command.type(), known.type()),
                                requireNonNullElse(command.mode(), known.mode()),
                                requireNonNullElse(command.timeZone(), known.timeZone()),
                                requireNonNullElse(command.aliases(), known.aliases()),
                                command.separationOfDuties() == null
                                        ? known.separationOfDuties()
                                        : command.separationOfDuties());
                yield known.evolve(changed).equals(known)
                        ? Decision.redundant("it is so already")
                        : Decision.accept(changed);
            }
        };
    }
}
