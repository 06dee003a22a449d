package dev.interlock.dr.events;

import dev.interlock.dr.events.Contents.Slot;
import dev.interlock.dr.events.Contents.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a template: what a deployment request made from it begins with.
 *
 * @param description of the template, not of the requests; null = none
 * @param environments the targets of a request that names none
 * @param slots a locked one can be neither left out nor changed by a request
 * @param contentsPolicy null = as the installation has it
 * @param requestExpiresIn from when a request is drafted; null = never
 * @param labels of a request, unless it says otherwise
 */
public record Outline(
        String name,
        @Nullable String description,
        List<String> environments,
        List<Slot> slots,
        List<Step> steps,
        @Nullable String contentsPolicy,
        @Nullable Duration requestExpiresIn,
        Map<String, String> labels) {

    /** Nothing to begin with, and nothing locked. */
    public static final Outline NONE =
            new Outline("none", null, List.of(), List.of(), List.of(), null, null, Map.of());

    public Outline {
        environments = List.copyOf(environments);
        slots = List.copyOf(slots);
        steps = List.copyOf(steps);
        labels = Map.copyOf(labels);
    }

    /**
     * The slots that a request to these targets gets; those for another target are no use to it.
     */
    public List<Slot> slotsFor(List<String> targets) {
        return slots.stream().filter(s -> concerns(s.environment(), targets)).toList();
    }

    /** Likewise. */
    public List<Step> stepsFor(List<String> targets) {
        return steps.stream().filter(s -> concerns(s.environment(), targets)).toList();
    }

    private static boolean concerns(@Nullable String environment, List<String> targets) {
        return environment == null || targets.contains(environment);
    }
}
