package dev.interlock.dr.http;

import dev.interlock.dr.domain.StepsDone;
import dev.interlock.dr.events.Contents.Step;
import dev.interlock.dr.events.StepCompleted.Evidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as the API shows it.
 *
 * @param completedBy opaque id; null while it is not done
 * @param completedAt null while it is not done
 */
public record StepView(
        String id,
        String phase,
        String title,
        String kind,
        boolean required,
        @Nullable String item,
        @Nullable String environment,
        @Nullable String assigneeRole,
        @Nullable Instant deadline,
        @Nullable String completedBy,
        @Nullable Instant completedAt,
        @Nullable String comment,
        List<Evidence> evidence) {

    public static StepView of(Step step, StepsDone steps) {
        var done = steps.byStep().get(step.id());
        return new StepView(
                step.id(),
                step.phase(),
                step.title(),
                step.kind(),
                step.required(),
                step.item(),
                step.environment(),
                step.assigneeRole(),
                step.deadline(),
                done == null ? null : done.by(),
                done == null ? null : done.at(),
                done == null ? null : done.comment(),
                done == null ? List.of() : done.evidence());
    }
}
