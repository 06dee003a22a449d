package dev.interlock.dr.http;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.events.Contents.Step;
import dev.interlock.dr.http.RequestForm.StepBody;
import dev.interlock.edge.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a body. */
public final class StepForms {

    private static final int MOST_STEPS = 100;
    private static final int TITLE_LENGTH = 255;

    private final Violations violations;
    private final Fields fields;
    private final List<String> targets;
    private final List<Item> items;

    /**
     * @param targets what a step may be about
     * @param items likewise
     */
    public StepForms(Violations violations, Fields fields, List<String> targets, List<Item> items) {
        this.violations = violations;
        this.fields = fields;
        this.targets = targets;
        this.items = items;
    }

    public List<Step> check(@Nullable List<@Nullable StepBody> bodies) {
        return check(bodies, List.of());
    }

    /**
     * @param beginning what is there already; one of the same id in the body takes its place
     */
    public List<Step> check(@Nullable List<@Nullable StepBody> bodies, List<Step> beginning) {
        var all = new LinkedHashMap<String, Step>();
        beginning.forEach(step -> all.put(step.id(), step));
        own(bodies, all.keySet()).forEach(step -> all.put(step.id(), step));
        violations.expect(
                all.size() <= MOST_STEPS,
                "/steps",
                "has " + all.size() + " entries (expected: <= " + MOST_STEPS + ")");
        return List.copyOf(all.values());
    }

    /**
     * @param taken ids that a step without one does not get
     */
    private List<Step> own(@Nullable List<@Nullable StepBody> bodies, Set<String> taken) {
        var steps = new ArrayList<Step>();
        var ids = new HashSet<String>();
        var given = fields.<@Nullable StepBody>bounded("/steps", bodies, MOST_STEPS);
        for (int i = 0; i < given.size(); i++) {
            var at = "/steps/" + i;
            var body = given.get(i);
            if (body == null) {
                violations.add(at, "is required");
            } else {
                steps.add(step(at, body, ids, taken));
            }
        }
        return List.copyOf(steps);
    }

    private Step step(String at, StepBody body, Set<String> ids, Set<String> taken) {
        var id = body.id() == null ? free(ids, taken) : fields.word(at + "/id", body.id());
        violations.expect(id.isEmpty() || ids.add(id), at + "/id", "is the id of another step");
        return new Step(
                id,
                fields.oneOf(at + "/phase", body.phase(), List.of("pre", "post")),
                violations.line(at + "/title", body.title(), TITLE_LENGTH),
                fields.oneOf(
                        at + "/kind",
                        requireNonNullElse(body.kind(), "manual"),
                        List.of("manual", "evidence")),
                requireNonNullElse(body.required(), true),
                item(at + "/item", body.item()),
                fields.target(at + "/environment", body.environment(), targets),
                body.assigneeRole() == null
                        ? null
                        : fields.word(at + "/assignee_role", body.assigneeRole()),
                body.deadline());
    }

    private @Nullable String item(String at, @Nullable String product) {
        if (product == null) {
            return null;
        }
        var name = fields.product(at, product);
        violations.expect(
                name.isEmpty() || items.stream().anyMatch(item -> item.product().equals(name)),
                at,
                "is no product of the deployment request");
        return name;
    }

    private static String free(Set<String> ids, Set<String> taken) {
        int n = ids.size() + 1;
        while (ids.contains("step_" + n) || taken.contains("step_" + n)) {
            n++;
        }
        return "step_" + n;
    }
}
