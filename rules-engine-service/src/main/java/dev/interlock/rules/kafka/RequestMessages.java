package dev.interlock.rules.kafka;

import dev.interlock.contracts.dr.DeploymentRequestCreatedV1;
import dev.interlock.contracts.dr.DeploymentRequestEditedV1;
import dev.interlock.contracts.dr.DeploymentRequestRevisedV1;
import dev.interlock.contracts.dr.DeploymentRequestView;
import dev.interlock.contracts.dr.DrContents;
import dev.interlock.rules.domain.facts.Item;
import dev.interlock.rules.domain.facts.RequestFacts;
import dev.interlock.rules.domain.facts.RequestFacts.State;
import dev.interlock.rules.domain.facts.Slot;
import dev.interlock.rules.projection.WorldWriter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What messages about deployment requests mean for them. */
final class RequestMessages {

    private RequestMessages() {}

    static void change(WorldWriter world, String dr, UnaryOperator<RequestFacts> change) {
        var request = world.request(dr);
        if (request == null) {
            throw new UnreadableMessage("its creation was never heard of");
        }
        world.request(change.apply(request));
    }

    static RequestFacts created(DeploymentRequestCreatedV1 e, long position) {
        return new RequestFacts(
                e.dr(),
                position,
                State.DRAFT,
                false,
                e.revision(),
                e.revision(),
                0,
                e.contentHash(),
                e.author(),
                e.author(),
                items(e.contents()),
                e.contents().environments(),
                slots(e.contents()));
    }

    static RequestFacts edited(RequestFacts before, DeploymentRequestEditedV1 e) {
        boolean hashed = e.hashedChange() || !e.contentHash().equals(before.contentHash());
        return new RequestFacts(
                before.id(),
                before.born(),
                before.state(),
                before.everRejected(),
                e.revision(),
                hashed ? e.revision() : before.countsFrom(),
                before.revisedAt(),
                e.contentHash(),
                before.author(),
                hashed ? e.editor() : before.lastEditor(),
                items(e.contents()),
                e.contents().environments(),
                slots(e.contents()));
    }

    /** Nothing decided on older revisions counts any more, neither approvals nor the rejection. */
    static RequestFacts revised(RequestFacts before, DeploymentRequestRevisedV1 e) {
        return new RequestFacts(
                before.id(),
                before.born(),
                State.DRAFT,
                false,
                e.revision(),
                e.revision(),
                e.revision(),
                before.contentHash(),
                before.author(),
                before.lastEditor(),
                before.items(),
                before.environments(),
                before.slots());
    }

    /** For a parked one, which blocks whatever it covers: of all this only the items matter. */
    static RequestFacts told(DeploymentRequestView view, @Nullable RequestFacts before) {
        var state =
                switch (view.state()) {
                    case "draft" -> State.DRAFT;
                    case "in_progress" -> State.IN_PROGRESS;
                    case "completed" -> State.COMPLETED;
                    case "rejected" -> State.REJECTED;
                    default -> State.CANCELLED;
                };
        return new RequestFacts(
                view.id(),
                before == null ? 0 : before.born(),
                state,
                state == State.REJECTED,
                view.revision(),
                view.contentRevision(),
                view.revisedAt(),
                view.contentHash(),
                view.author(),
                view.lastEditor(),
                items(view.contents()),
                view.contents().environments(),
                slots(view.contents()));
    }

    private static List<Item> items(DrContents contents) {
        return contents.items().stream()
                .map(
                        item ->
                                new Item(
                                        item.product(),
                                        item.version(),
                                        item.environments().isEmpty()
                                                ? contents.environments()
                                                : item.environments(),
                                        item.orderGroup()))
                .toList();
    }

    private static List<Slot> slots(DrContents contents) {
        return contents.slots().stream()
                .map(
                        slot ->
                                new Slot(
                                        slot.id(),
                                        slot.type(),
                                        slot.roles(),
                                        Math.max(1, slot.min()),
                                        slot.environment(),
                                        slot.optional()))
                .toList();
    }
}
