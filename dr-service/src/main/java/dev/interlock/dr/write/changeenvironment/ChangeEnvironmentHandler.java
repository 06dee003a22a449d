package dev.interlock.dr.write.changeenvironment;

import dev.interlock.dr.domain.Environment;
import dev.interlock.dr.domain.EnvironmentDirectory;
import dev.interlock.dr.events.EnvironmentEvent;
import dev.interlock.eventstore.Entities;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ChangeEnvironmentHandler {

    private final Entities<Environment, EnvironmentEvent> environments;
    private final EnvironmentDirectory directory;

    ChangeEnvironmentHandler(
            Entities<Environment, EnvironmentEvent> environments, EnvironmentDirectory directory) {
        this.environments = environments;
        this.directory = directory;
    }

    @CommandHandler
    Environment handle(ChangeEnvironment command) {
        var taken =
                Objects.requireNonNullElse(command.aliases(), List.<String>of()).stream()
                        .filter(alias -> meansAnother(alias, command.name()))
                        .collect(Collectors.toSet());
        return environments
                .update(
                        command.name(),
                        environment ->
                                ChangeEnvironmentDecision.decide(environment, command, taken)
                                        .orThrow())
                .state();
    }

    private boolean meansAnother(String alias, String name) {
        return directory.find(alias).filter(owner -> !owner.name().equals(name)).isPresent();
    }
}
