package dev.interlock.dr.write.registerenvironment;

import dev.interlock.dr.domain.Environment;
import dev.interlock.dr.domain.EnvironmentDirectory;
import dev.interlock.dr.events.EnvironmentEvent;
import dev.interlock.eventstore.Entities;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RegisterEnvironmentHandler {

    private final Entities<Environment, EnvironmentEvent> environments;
    private final EnvironmentDirectory directory;

    RegisterEnvironmentHandler(
            Entities<Environment, EnvironmentEvent> environments, EnvironmentDirectory directory) {
        this.environments = environments;
        this.directory = directory;
    }

    @CommandHandler
    Environment handle(RegisterEnvironment command) {
        var taken =
                Stream.concat(Stream.of(command.name()), command.aliases().stream())
                        .filter(name -> directory.find(name).isPresent())
                        .collect(Collectors.toSet());
        return environments
                .update(
                        command.name(),
                        environment ->
                                RegisterEnvironmentDecision.decide(environment, command, taken)
                                        .orThrow())
                .state();
    }
}
