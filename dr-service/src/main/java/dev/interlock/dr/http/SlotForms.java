package dev.interlock.dr.http;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.dr.events.Contents.Slot;
import dev.interlock.dr.events.Contents.Terms;
import dev.interlock.dr.http.RequestForm.SlotBody;
import dev.interlock.edge.Violations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the approval slots of a body. */
public final class SlotForms {

    private static final int MOST_SLOTS = 50;
    private static final int MOST_ROLES = 20;
    private static final int MOST_GROUPS = 20;
    private static final int MOST_APPROVERS = 20;
    private static final int LAST_STAGE = 20;

    private final Violations violations;
    private final Fields fields;
    private final List<String> targets;
    private final @Nullable Duration validFor;

    /**
     * @param targets what a slot may be scoped to
     * @param validFor for the slots that do not say it themselves; null = for ever
     */
    public SlotForms(
            Violations violations,
            Fields fields,
            List<String> targets,
            @Nullable Duration validFor) {
        this.violations = violations;
        this.fields = fields;
        this.targets = targets;
        this.validFor = validFor;
    }

    public List<Slot> check(@Nullable List<@Nullable SlotBody> bodies) {
        return check(bodies, List.of());
    }

    /**
     * @param beginning what is there already; one of the same id in the body takes its place
     */
    public List<Slot> check(@Nullable List<@Nullable SlotBody> bodies, List<Slot> beginning) {
        var all = new LinkedHashMap<String, Slot>();
        beginning.forEach(slot -> all.put(slot.id(), slot));
        own(bodies, all.keySet()).forEach(slot -> all.put(slot.id(), slot));
        violations.expect(
                all.size() <= MOST_SLOTS,
                "/slots",
                "has " + all.size() + " entries (expected: <= " + MOST_SLOTS + ")");
        return List.copyOf(all.values());
    }

    /**
     * @param taken ids that a slot without one does not get
     */
    private List<Slot> own(@Nullable List<@Nullable SlotBody> bodies, Set<String> taken) {
        var slots = new ArrayList<Slot>();
        var ids = new HashSet<String>();
        var given = fields.<@Nullable SlotBody>bounded("/slots", bodies, MOST_SLOTS);
        for (int i = 0; i < given.size(); i++) {
            var at = "/slots/" + i;
            var body = given.get(i);
            if (body == null) {
                violations.add(at, "is required");
            } else {
                slots.add(slot(at, body, ids, taken));
            }
        }
        return List.copyOf(slots);
    }

    private Slot slot(String at, SlotBody body, Set<String> ids, Set<String> taken) {
        var type = fields.word(at + "/type", body.type());
        var id = body.id() == null ? free(type, ids, taken) : fields.word(at + "/id", body.id());
        violations.expect(id.isEmpty() || ids.add(id), at + "/id", "is the id of another slot");
        return new Slot(
                id,
                type,
                fields.words(at + "/roles", body.roles(), MOST_ROLES),
                fields.number(at + "/min", body.min(), 1, MOST_APPROVERS),
                fields.target(at + "/environment", body.environment(), targets),
                requireNonNullElse(body.optional(), false),
                requireNonNullElse(body.veto(), true),
                terms(at, body));
    }

    private Terms terms(String at, SlotBody body) {
        var own = fields.duration(at + "/approval_valid_for", body.approvalValidFor());
        return new Terms(
                fields.number(at + "/stage", body.stage(), 1, LAST_STAGE),
                fields.words(at + "/required_members", body.requiredMembers(), MOST_GROUPS),
                requireNonNullElse(body.stillEligible(), false),
                own == null ? validFor : own,
                requireNonNullElse(body.locked(), false));
    }

    private static String free(String type, Set<String> ids, Set<String> taken) {
        var id = type;
        for (int n = 2; ids.contains(id) || taken.contains(id); n++) {
            id = type + "_" + n;
        }
        return id;
    }
}
