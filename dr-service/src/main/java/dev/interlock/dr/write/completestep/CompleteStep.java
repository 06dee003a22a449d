package dev.interlock.dr.write.completestep;

import dev.interlock.dr.domain.StepActor;
import dev.interlock.dr.events.StepCompleted.Evidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

public record CompleteStep(
        String dr,
        String step,
        StepActor actor,
        @Nullable String comment,
        List<Evidence> evidence,
        Instant now) {}
