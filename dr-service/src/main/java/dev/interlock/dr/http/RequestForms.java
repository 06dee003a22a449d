package dev.interlock.dr.http;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.EnvironmentDirectory;
import dev.interlock.dr.domain.NearestName;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.http.RequestForm.ItemBody;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks bodies of deployment requests, all of a body at once. */
@Component
public class RequestForms {

    private static final int TITLE_LENGTH = 255;
    private static final int MOST_ITEMS = 200;
    private static final int MOST_ENVIRONMENTS = 50;
    private static final int LAST_GROUP = 1_000;

    private final EnvironmentDirectory environments;

    RequestForms(EnvironmentDirectory environments) {
        this.environments = environments;
    }

    /**
     * @throws Problem 422 naming every field that is wrong; 403 when the caller may not write
     *     requests for these products and environments
     */
    public CheckedRequest check(RequestForm body, Caller caller) {
        var violations = new Violations();
        var fields = new Fields(violations);
        var title = fields.line("/title", body.title(), TITLE_LENGTH);
        violations.expect(title != null, "/title", "is required");
        var description = fields.text("/description", body.description());
        var targets = targets(violations, fields, "/environments", body.environments());
        var items = items(violations, fields, body.items(), targets);
        var validFor = fields.duration("/approval_valid_for", body.approvalValidFor());
        var slots = new SlotForms(violations, fields, targets, validFor).check(body.slots());
        var steps = new StepForms(violations, fields, targets, items).check(body.steps());
        var notes = new NoteForms(violations, fields).check(body);
        violations.throwIfAny();
        WhereItGoes.of(items, targets).require(Permission.DR_WRITE, caller);
        return new CheckedRequest(
                requireNonNullElse(title, ""),
                description,
                new Contents(items, targets, slots, steps),
                notes);
    }

    private List<String> targets(
            Violations violations,
            Fields fields,
            String pointer,
            @Nullable List<@Nullable String> names) {
        var targets = new ArrayList<String>();
        var given = fields.<@Nullable String>bounded(pointer, names, MOST_ENVIRONMENTS);
        for (int i = 0; i < given.size(); i++) {
            var at = pointer + "/" + i;
            var name = fields.environment(at, given.get(i));
            if (!name.isEmpty()) {
                var known = environments.find(name);
                known.ifPresentOrElse(
                        environment -> {
                            if (targets.contains(environment.name())) {
                                violations.add(at, "is named twice");
                            }
                            targets.add(environment.name());
                        },
                        () -> violations.add(at, unknown(name)));
            }
        }
        return List.copyOf(targets);
    }

    private String unknown(String name) {
        return "is not a registered environment"
                + NearestName.of(name, environments.names())
                        .map(nearest -> " (did you mean '" + nearest + "'?)")
                        .orElse("");
    }

    private List<Item> items(
            Violations violations,
            Fields fields,
            @Nullable List<@Nullable ItemBody> bodies,
            List<String> targets) {
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
            var own = targets(violations, fields, at + "/environments", body.environments());
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
        var environments = item.environments().isEmpty() ? targets : item.environments();
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
