package dev.interlock.dr.write.undostep;

import dev.interlock.dr.domain.StepActor;

public record UndoStep(String dr, String step, StepActor actor, String reason) {}
