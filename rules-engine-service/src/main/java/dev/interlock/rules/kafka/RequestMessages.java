package dev.interlock.rules.kafka;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.interlock.contracts.dr.DeploymentCompletedV1;
import dev.interlock.contracts.dr.DeploymentRequestCreatedV1;
import dev.interlock.contracts.dr.DeploymentRequestEditedV1;
import dev.interlock.contracts.dr.DeploymentRequestRevisedV1;
import dev.interlock.contracts.dr.DeploymentRequestView;
import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.dr.DrLink;
import dev.interlock.rules.domain.facts.Arrivals;
import dev.interlock.rules.domain.facts.Arrivals.Arrival;
import dev.interlock.rules.domain.facts.Digest;
import dev.interlock.rules.domain.facts.Item;
import dev.interlock.rules.domain.facts.Paperwork;
import dev.interlock.rules.domain.facts.RequestFacts;
import dev.interlock.rules.domain.facts.RequestFacts.State;
import dev.interlock.rules.domain.facts.SeenContents;
import dev.interlock.rules.domain.facts.Slot;
import dev.interlock.rules.domain.facts.Step;
import dev.interlock.rules.projection.WorldWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What messages about deployment requests mean for them. */
final class RequestMessages {

    private static final String POST = "post";

    private RequestMessages() {}

    static void change(WorldWriter world, String dr, UnaryOperator<RequestFacts> change) {
        var request = world.request(dr);
        if (request == null) {
            throw new UnreadableMessage("its creation was never heard of");
        }
        world.request(change.apply(request));
    }

    /** The deployment requests that a completed deployment used up. */
    static List<Arrival> arrivals(DeploymentCompletedV1 e, WorldWriter world) {
        return e.drs().stream()
                .map(
                        dr -> {
                            var request = world.request(dr);
                            return new Arrival(
                                    dr,
                                    e.version(),
                                    request == null ? Arrivals.UNKNOWN : request.born());
                        })
                .toList();
    }

    static RequestFacts created(DeploymentRequestCreatedV1 e, long position) {
        return new RequestFacts(
                e.dr(),
                position,
                State.DRAFT,
                false,
                e.revision(),
                0,
                List.of(new SeenContents(e.revision(), Digest.of(e.contentHash()))),
                e.author(),
                e.author(),
                items(e.contents()),
                e.contents().environments(),
                slots(e.contents(), _ -> e.revision()),
                e.requestExpiresAt(),
                steps(e.contents(), List.of(), List.of()),
                new Paperwork(
                        e.template() == null ? null : e.template().id(), linkKinds(e.links())));
    }

    private static List<String> linkKinds(@Nullable List<DrLink> links) {
        return requireNonNullElse(links, List.<DrLink>of()).stream()
                .map(link -> link.kind().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    static RequestFacts edited(RequestFacts before, DeploymentRequestEditedV1 e) {
        var hash = Digest.of(e.contentHash());
        boolean hashed = e.hashedChange() || !hash.equals(before.contentHash());
        return new RequestFacts(
                before.id(),
                before.born(),
                before.state(),
                before.everRejected(),
                e.revision(),
                before.revisedAt(),
                hashed ? before.hashesWith(e.revision(), hash) : before.hashes(),
                before.author(),
                hashed ? e.editor() : before.lastEditor(),
                items(e.contents()),
                e.contents().environments(),
                hashed ? slots(e.contents(), countsFrom(e)) : before.slots(),
                e.requestExpiresAt(),
                hashed ? steps(e.contents(), before.steps(), before.items()) : before.steps(),
                new Paperwork(before.paperwork().template(), linkKinds(e.links())));
    }

    /** A slot that the edit says nothing of needs approvals of the contents as they are now. */
    private static ToIntFunction<String> countsFrom(DeploymentRequestEditedV1 e) {
        Map<String, Integer> told = e.slotRevisions();
        return slot -> told == null ? e.revision() : told.getOrDefault(slot, e.revision());
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
                before.hashesWith(e.revision(), before.contentHash()),
                before.author(),
                before.lastEditor(),
                before.items(),
                before.environments(),
                before.slots().stream().map(slot -> slot.countingFrom(e.revision())).toList(),
                before.requestExpiresAt(),
                before.steps(),
                before.paperwork());
    }

    /** For a parked one, which blocks whatever it covers: of all this only the items matter. */
    static RequestFacts told(DeploymentRequestView view, @Nullable RequestFacts before) {
        var state =
                switch (view.state()) {
                    case "draft" -> State.DRAFT;
                    case "in_progress" -> State.IN_PROGRESS;
                    case "completed" -> State.COMPLETED;
                    case "rejected" -> State.REJECTED;
                    case "expired" -> State.EXPIRED;
                    default -> State.CANCELLED;
                };
        return new RequestFacts(
                view.id(),
                before == null ? 0 : before.born(),
                state,
                state == State.REJECTED,
                view.revision(),
                view.revisedAt(),
                view.hashes().stream()
                        .map(h -> new SeenContents(h.from(), Digest.of(h.contentHash())))
                        .toList(),
                view.author(),
                view.lastEditor(),
                items(view.contents()),
                view.contents().environments(),
                slots(
                        view.contents(),
                        slot -> view.slotRevisions().getOrDefault(slot, view.revision())),
                view.requestExpiresAt(),
                steps(view.contents(), List.of(), List.of()),
                before == null ? Paperwork.NONE : before.paperwork());
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

    /**
     * @param countsFrom of each slot, the oldest revision whose approvals count
     */
    private static List<Slot> slots(DrContents contents, ToIntFunction<String> countsFrom) {
        return contents.slots().stream()
                .map(
                        slot ->
                                new Slot(
                                        slot.id(),
                                        slot.type(),
                                        slot.roles(),
                                        Math.max(1, slot.min()),
                                        slot.environment(),
                                        slot.optional(),
                                        requireNonNullElse(slot.stage(), 1),
                                        requireNonNullElse(slot.requiredMembers(), List.of()),
                                        requireNonNullElse(slot.stillEligible(), false),
                                        slot.approvalValidFor(),
                                        countsFrom.applyAsInt(slot.id())))
                .toList();
    }

    /** One stays done that is the same as before, and was done for what is shipped now. */
    private static List<Step> steps(
            DrContents contents, List<Step> before, List<Item> itemsBefore) {
        var items = items(contents);
        return requireNonNullElse(contents.steps(), List.<DrContents.Step>of()).stream()
                .filter(DrContents.Step::required)
                .map(
                        step ->
                                new Step(
                                        step.id(),
                                        step.title(),
                                        step.item(),
                                        step.environment(),
                                        step.assigneeRole(),
                                        step.kind(),
                                        step.phase().equals(POST),
                                        step.deadline(),
                                        false))
                .map(
                        step ->
                                step.done(
                                        before.contains(step.done(true))
                                                && about(step, items)
                                                        .equals(about(step, itemsBefore))))
                .toList();
    }

    private record Shipped(String product, String version, Set<String> targets) {}

    private static Set<Shipped> about(Step step, List<Item> items) {
        return items.stream()
                .filter(item -> step.product() == null || step.product().equals(item.product()))
                .map(
                        item ->
                                new Shipped(
                                        item.product(),
                                        item.version(),
                                        Set.copyOf(item.environments())))
                .collect(toUnmodifiableSet());
    }
}
