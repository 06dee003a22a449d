package dev.interlock.dr.domain;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Step;
import dev.interlock.dr.events.StepCompleted;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which steps are done, and how. A step has to be done again when an edit changes it, or what it
 * was done for.
 *
 * @param byStep by the step's id
 */
public record StepsDone(Map<String, StepCompleted> byStep) {

    public static final StepsDone NONE = new StepsDone(Map.of());

    public StepsDone {
        byStep = Map.copyOf(byStep);
    }

    public boolean contains(String step) {
        return byStep.containsKey(step);
    }

    /** Are all required steps of the phase done? */
    public boolean completes(Contents contents, String phase) {
        return contents.allSteps().stream()
                .filter(step -> step.required() && step.phase().equals(phase))
                .allMatch(step -> contains(step.id()));
    }

    /** Ids of required steps after the deployment whose deadline has passed: half-open. */
    public List<String> overdue(Contents contents, Instant now) {
        return contents.allSteps().stream()
                .filter(step -> step.required() && step.phase().equals("post"))
                .filter(step -> step.deadline() != null && !now.isBefore(step.deadline()))
                .map(Step::id)
                .filter(step -> !contains(step))
                .toList();
    }

    StepsDone with(StepCompleted done) {
        var all = new HashMap<>(byStep);
        all.put(done.step(), done);
        return new StepsDone(all);
    }

    StepsDone without(String step) {
        var all = new HashMap<>(byStep);
        all.remove(step);
        return new StepsDone(all);
    }

    StepsDone edited(Contents before, Contents after) {
        var all = new HashMap<>(byStep);
        all.keySet()
                .removeIf(
                        id ->
                                after.step(id).isEmpty()
                                        || !Objects.equals(before.step(id), after.step(id))
                                        || !about(before, id).equals(about(after, id)));
        return new StepsDone(all);
    }

    private record Shipped(String product, String version, Set<String> targets) {}

    /** What a step was done for: it says nothing of another version. */
    private static Set<Shipped> about(Contents contents, String step) {
        var item = contents.step(step).map(Step::item);
        return contents.items().stream()
                .filter(shipped -> item.isEmpty() || item.get().equals(shipped.product()))
                .map(
                        shipped ->
                                new Shipped(
                                        shipped.product(),
                                        shipped.version(),
                                        Set.copyOf(shipped.targetsAmong(contents.environments()))))
                .collect(toUnmodifiableSet());
    }
}
