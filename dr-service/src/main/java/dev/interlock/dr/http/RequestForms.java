package dev.interlock.dr.http;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.dr.domain.EnvironmentDirectory;
import dev.interlock.dr.domain.NearestName;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.events.Contents.Slot;
import dev.interlock.dr.http.RequestForm.ItemBody;
import dev.interlock.dr.http.RequestForm.SlotBody;
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
    private static final int MOST_SLOTS = 50;
    private static final int MOST_ENVIRONMENTS = 50;
    private static final int MOST_ROLES = 20;
    private static final int MOST_APPROVERS = 20;
    private static final int LAST_GROUP = 1_000;

    private final EnvironmentDirectory environments;

    RequestForms(EnvironmentDirectory environments) {
        this.environments = environments;
    }

    /**
     * @throws Problem 422 naming every field that is wrong; 403 when the caller's token is limited
     *     to other products or environments
     */
    public CheckedRequest check(RequestForm body, Caller caller) {
        var violations = new Violations();
        var fields = new Fields(violations);
        var title = fields.line("/title", body.title(), TITLE_LENGTH);
        violations.expect(title != null, "/title", "is required");
        var description = fields.text("/description", body.description());
        var targets = targets(violations, fields, "/environments", body.environments());
        var items = items(violations, fields, body.items(), targets);
        var slots = slots(violations, fields, body.slots(), targets);
        violations.throwIfAny();
        items.forEach(item -> caller.requireScope(item.product(), null));
        targets.forEach(target -> caller.requireScope(null, target));
        return new CheckedRequest(
                requireNonNullElse(title, ""), description, new Contents(items, targets, slots));
    }

    private List<String> targets(
            Violations violations,
            Fields fields,
            String pointer,
            @Nullable List<@Nullable String> names) {
        var targets = new ArrayList<String>();
        var given =
                RequestForms.<@Nullable String>bounded(
                        violations, pointer, names, MOST_ENVIRONMENTS);
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
        var given =
                RequestForms.<@Nullable ItemBody>bounded(violations, "/items", bodies, MOST_ITEMS);
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
            int group = requireNonNullElse(body.orderGroup(), 1);
            violations.expect(
                    group >= 1 && group <= LAST_GROUP,
                    at + "/order_group",
                    "is " + group + " (expected: 1 to " + LAST_GROUP + ")");
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

    private static List<Slot> slots(
            Violations violations,
            Fields fields,
            @Nullable List<@Nullable SlotBody> bodies,
            List<String> targets) {
        var slots = new ArrayList<Slot>();
        var ids = new HashSet<String>();
        var given =
                RequestForms.<@Nullable SlotBody>bounded(violations, "/slots", bodies, MOST_SLOTS);
        for (int i = 0; i < given.size(); i++) {
            var at = "/slots/" + i;
            var body = given.get(i);
            if (body == null) {
                violations.add(at, "is required");
                continue;
            }
            var type = fields.word(at + "/type", body.type());
            var id = body.id() == null ? free(type, ids) : fields.word(at + "/id", body.id());
            violations.expect(id.isEmpty() || ids.add(id), at + "/id", "is the id of another slot");
            int min = requireNonNullElse(body.min(), 1);
            violations.expect(
                    min >= 1 && min <= MOST_APPROVERS,
                    at + "/min",
                    "is " + min + " (expected: 1 to " + MOST_APPROVERS + ")");
            slots.add(
                    new Slot(
                            id,
                            type,
                            roles(violations, fields, at + "/roles", body.roles()),
                            min,
                            target(violations, fields, at + "/environment", body, targets),
                            requireNonNullElse(body.optional(), false),
                            requireNonNullElse(body.veto(), true)));
        }
        return List.copyOf(slots);
    }

    private static String free(String type, Set<String> ids) {
        var id = type;
        for (int n = 2; ids.contains(id); n++) {
            id = type + "_" + n;
        }
        return id;
    }

    private static List<String> roles(
            Violations violations,
            Fields fields,
            String pointer,
            @Nullable List<@Nullable String> names) {
        var roles = new ArrayList<String>();
        var given = RequestForms.<@Nullable String>bounded(violations, pointer, names, MOST_ROLES);
        for (int i = 0; i < given.size(); i++) {
            roles.add(fields.word(pointer + "/" + i, given.get(i)));
        }
        return List.copyOf(roles);
    }

    private static @Nullable String target(
            Violations violations,
            Fields fields,
            String pointer,
            SlotBody body,
            List<String> targets) {
        if (body.environment() == null) {
            return null;
        }
        var name = fields.environment(pointer, body.environment());
        violations.expect(
                name.isEmpty() || targets.contains(name),
                pointer,
                "is no target of the deployment request");
        return name;
    }

    private static <T extends @Nullable Object> List<T> bounded(
            Violations violations, String pointer, @Nullable List<T> list, int most) {
        if (list == null) {
            return List.of();
        }
        if (list.size() > most) {
            violations.add(pointer, "has " + list.size() + " entries (expected: <= " + most + ")");
            return List.of();
        }
        return list;
    }
}
