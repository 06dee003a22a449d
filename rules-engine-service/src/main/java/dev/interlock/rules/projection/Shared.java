package dev.interlock.rules.projection;

import static java.util.Objects.requireNonNull;

import dev.interlock.rules.domain.facts.Approval;
import dev.interlock.rules.domain.facts.ApprovalFacts;
import dev.interlock.rules.domain.facts.Item;
import dev.interlock.rules.domain.facts.RequestFacts;
import dev.interlock.rules.domain.facts.SeenContents;
import dev.interlock.rules.domain.facts.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of values that are equal, one for all: each message brings the names of its products, versions,
 * environments and persons as texts of its own.
 *
 * <p>It remembers a fixed number of values and forgets one for another that takes its place, so
 * that it never grows; what it has forgotten is merely kept twice.
 */
final class Shared {

    private static final int PLACE_BITS = 16;

    /** In pairs: a value lies in either place of the pair its hash names. */
    private final @Nullable Object[] known = new @Nullable Object[1 << PLACE_BITS];

    /** Equal to the value, and of its class. */
    @SuppressWarnings("unchecked") // of the same class
    <T> T one(T value) {
        // a list, a set and a record of one value may have its very hash
        int hash = 31 * value.getClass().getName().hashCode() + value.hashCode();
        int place = (hash * 0x9E3779B9) >>> (Integer.SIZE - PLACE_BITS);
        int other = place ^ 1;
        if (isSame(known[place], value)) {
            return (T) requireNonNull(known[place]);
        }
        if (isSame(known[other], value)) {
            return (T) requireNonNull(known[other]);
        }
        known[other] = known[place];
        known[place] = value;
        return value;
    }

    private static boolean isSame(@Nullable Object before, Object value) {
        return before != null && before.getClass() == value.getClass() && before.equals(value);
    }

    private <T> @Nullable T oneOrNone(@Nullable T value) {
        return value == null ? null : one(value);
    }

    RequestFacts request(RequestFacts request) {
        return new RequestFacts(
                request.id(),
                request.born(),
                request.state(),
                request.everRejected(),
                request.revision(),
                request.revisedAt(),
                request.hashes(),
                one(request.author()),
                one(request.lastEditor()),
                request.items().stream().map(this::item).toList(),
                one(request.environments()),
                one(List.copyOf(request.slots().stream().map(this::slot).toList())),
                request.requestExpiresAt(),
                one(request.steps()),
                one(request.paperwork()));
    }

    private Item item(Item item) {
        return new Item(
                one(item.product()),
                one(item.version()),
                one(List.copyOf(item.environments().stream().map(this::one).toList())),
                item.orderGroup());
    }

    private Slot slot(Slot slot) {
        return one(
                new Slot(
                        one(slot.id()),
                        one(slot.type()),
                        one(slot.roles()),
                        slot.min(),
                        oneOrNone(slot.environment()),
                        slot.optional(),
                        slot.stage(),
                        one(slot.requiredMembers()),
                        slot.stillEligible(),
                        oneOrNone(slot.approvalValidFor()),
                        slot.countsFrom()));
    }

    /**
     * @param hashes of the deployment request: an approval names one of them
     */
    ApprovalFacts decisions(ApprovalFacts decided, List<SeenContents> hashes) {
        return new ApprovalFacts(
                decided.approvals().stream().map(given -> approval(given, hashes)).toList(),
                decided.vetoes());
    }

    private Approval approval(Approval given, List<SeenContents> hashes) {
        return new Approval(
                given.id(),
                one(given.slot()),
                given.revision(),
                hashes.stream()
                        .map(SeenContents::hash)
                        .filter(given.contentHash()::equals)
                        .findFirst()
                        .orElse(given.contentHash()),
                one(given.person()),
                oneOrNone(given.actingFor()),
                one(given.groups()),
                given.at(),
                given.endedAt());
    }
}
