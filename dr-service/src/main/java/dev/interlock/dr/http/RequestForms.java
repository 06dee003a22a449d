package dev.interlock.dr.http;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.EnvironmentDirectory;
import dev.interlock.dr.domain.LockedSlots;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.events.Outline;
import dev.interlock.dr.http.RequestForm.ItemBody;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks bodies of deployment requests, all of a body at once. */
@Component
public class RequestForms {

    private static final int TITLE_LENGTH = 255;
    private static final int MOST_ITEMS = 200;
    private static final int LAST_GROUP = 1_000;

    private final EnvironmentDirectory environments;

    RequestForms(EnvironmentDirectory environments) {
        this.environments = environments;
    }

    /**
     * Of a new request.
     *
     * @param template what it is made from; null = nothing
     * @throws Problem 422 naming every field that is wrong; 403 when the caller may not write
     *     requests for these products and environments
     */
    public CheckedRequest draft(RequestForm body, @Nullable Outline template, Caller caller) {
        return check(body, template, true, caller);
    }

    /**
     * Of a request that exists.
     *
     * @param template what it was made from, in that version; null = nothing
     * @throws Problem as for a new one
     */
    public CheckedRequest edit(RequestForm body, @Nullable Outline template, Caller caller) {
        return check(body, template, false, caller);
    }

    private CheckedRequest check(
            RequestForm body, @Nullable Outline given, boolean fill, Caller caller) {
        var template = given == null ? Outline.NONE : given;
        var filling = fill ? template : Outline.NONE;
        var violations = new Violations();
        var fields = new Fields(violations);
        var title = fields.line("/title", body.title(), TITLE_LENGTH);
        violations.expect(title != null, "/title", "is required");
        var description = fields.text("/description", body.description());
        var environmentForms = new TargetForms(environments, violations, fields);
        var own = environmentForms.check("/environments", body.environments());
        var targets = own.isEmpty() ? filling.environments() : own;
        var items = items(violations, fields, body.items(), targets, environmentForms);
        var validFor = fields.duration("/approval_valid_for", body.approvalValidFor());
        var slots =
                new SlotForms(violations, fields, targets, validFor)
                        .check(body.slots(), filling.slotsFor(targets));
        var steps =
                new StepForms(violations, fields, targets, items)
                        .check(body.steps(), filling.stepsFor(targets));
        var notes = new NoteForms(violations, fields).check(body, filling.labels());
        violations.throwIfAny();
        WhereItGoes.of(items, targets).require(Permission.DR_WRITE, caller);
        var contents = LockedSlots.marked(template, new Contents(items, targets, slots, steps));
        requireLocked(template, contents);
        return new CheckedRequest(requireNonNullElse(title, ""), description, contents, notes);
    }

    private static void requireLocked(Outline template, Contents contents) {
        var wrong = LockedSlots.violations(template, contents);
        if (!wrong.isEmpty()) {
            var ids = contents.slots().stream().map(Contents.Slot::id).toList();
            throw Problem.of(
                            422,
                            "SLOT_LOCKED",
                            wrong.entrySet().stream()
                                    .map(e -> "slot " + e.getKey() + " " + e.getValue())
                                    .collect(Collectors.joining("; ")))
                    .with(
                            "errors",
                            wrong.entrySet().stream()
                                    .map(e -> new Problem.Field(at(ids, e.getKey()), e.getValue()))
                                    .toList());
        }
    }

    /** Where the slot is, or should be. */
    private static String at(List<String> ids, String id) {
        return ids.contains(id) ? "/slots/" + ids.indexOf(id) : "/slots";
    }

    private List<Item> items(
            Violations violations,
            Fields fields,
            @Nullable List<@Nullable ItemBody> bodies,
            List<String> targets,
            TargetForms environmentForms) {
        var items = new ArrayList<Item>();
        var goesTo = new HashSet<String>();
        var given = fields.<@Nullable ItemBody>bounded("/items", bodies, MOST_ITEMS);
        for (int i = 0; i < given.size(); i++) {
            var at = "/items/" + i;
            var body = given.get(i);
            if (body == null) {
                violations.add(at, "is required");
                continue;
            }
            var own = environmentForms.check(at + "/environments", body.environments());
            violations.expect(
                    targets.containsAll(own),
                    at + "/environments",
                    "names an environment that is no target of the deployment request");
            int group = fields.number(at + "/order_group", body.orderGroup(), 1, LAST_GROUP);
            var item =
                    new Item(
                            fields.product(at + "/product", body.product()),
                            fields.version(at + "/version", body.version()),
                            own,
                            group);
            items.add(item);
            once(violations, at, item, targets, goesTo);
        }
        return List.copyOf(items);
    }

    /** Two versions of a product in one environment: which of them is meant to run there? */
    private static void once(
            Violations violations, String at, Item item, List<String> targets, Set<String> goesTo) {
        var environments = item.targetsAmong(targets);
        boolean first = goesTo.add(item.product() + "\n") || !environments.isEmpty();
        for (var environment : environments) {
            first &= goesTo.add(item.product() + "\n" + environment);
        }
        violations.expect(
                first || item.product().isEmpty(),
                at + "/product",
                "goes to one environment twice");
    }
}
