package dev.interlock.approval.http;

import dev.interlock.approval.domain.CommandRefused;
import dev.interlock.approval.domain.Refusal.NoSuchSignOff;
import dev.interlock.approval.domain.VersionName;
import dev.interlock.approval.domain.VersionSignOffDirectory;
import dev.interlock.approval.domain.VersionSnapshot;
import dev.interlock.approval.registry.Versions;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What taking back anything said of a version has in common, whatever it was. */
@Component
public final class SignOffEnding {

    public record Body(@Nullable String reason) {}

    /** What was taken back, and of which version it was said. */
    public record Ended(String id, String product, String version) {}

    private final VersionSignOffDirectory directory;
    private final Versions versions;
    private final CallerCommands commands;

    SignOffEnding(VersionSignOffDirectory directory, Versions versions, CallerCommands commands) {
        this.directory = directory;
        this.versions = versions;
        this.commands = commands;
    }

    /**
     * @param permitted asks, once it is known which version it is about, whether the caller may
     * @param command from the reason, and the version as the registry tells it
     */
    public ResponseEntity<Ended> end(
            String id,
            Body body,
            Caller caller,
            Consumer<VersionName> permitted,
            BiFunction<String, VersionSnapshot, Object> command) {
        var violations = new Violations();
        var reason = new VersionFields(violations).reason(body.reason());
        violations.throwIfAny();
        var name =
                directory
                        .versionOf(id)
                        .orElseThrow(() -> new CommandRefused(new NoSuchSignOff(id)));
        permitted.accept(name);
        Answer<Object> answer =
                commands.send(command.apply(reason, versions.get(name, null)), caller);
        return CallerCommands.answer(HttpStatus.OK, answer)
                .body(new Ended(id, name.product(), name.version()));
    }
}
