package dev.interlock.dr.write.registerenvironment;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Environment;
import dev.interlock.dr.domain.Ids;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.EnvironmentEvent;
import dev.interlock.dr.events.EnvironmentRegistered;
import java.util.Set;

final class RegisterEnvironmentDecision {

    private RegisterEnvironmentDecision() {}

    /**
     * @param taken those of its names that mean another environment already
     */
    static Decision<EnvironmentEvent> decide(
            Environment environment, RegisterEnvironment command, Set<String> taken) {
        return switch (environment) {
            case Environment.Registered _ when command.firstSight() ->
                    Decision.redundant("registered already");
            case Environment.Registered(var name, _, _, _, _, _, _) ->
                    Decision.refuse(new Refusal.EnvironmentExists(name));
            case Environment.Unknown _ when !taken.isEmpty() ->
                    Decision.refuse(new Refusal.EnvironmentExists(taken.iterator().next()));
            case Environment.Unknown _ ->
                    Decision.accept(
                            new EnvironmentRegistered(
                                    command.name(),
                                    Ids.environment(command.name()),
                                    command.type(),
                                    command.mode(),
                                    command.timeZone(),
                                    command.aliases(),
                                    command.separationOfDuties()));
        };
    }
}
