package dev.interlock.dr;

import static dev.interlock.dr.Decisions.NOW;

import dev.interlock.dr.domain.Actor;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Known;
import dev.interlock.dr.domain.RequestDetails;
import dev.interlock.dr.domain.StepActor;
import dev.interlock.dr.domain.TimeToAnswer;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.events.Contents.Slot;
import dev.interlock.dr.events.Contents.Step;
import dev.interlock.dr.events.Notes;
import dev.interlock.dr.events.Origin;
import dev.interlock.dr.write.activaterequest.ActivateRequest;
import dev.interlock.dr.write.cancelrequest.CancelRequest;
import dev.interlock.dr.write.completedeployedrequest.CompleteDeployedRequest;
import dev.interlock.dr.write.completerequest.CompleteRequest;
import dev.interlock.dr.write.completestep.CompleteStep;
import dev.interlock.dr.write.deactivaterequest.DeactivateRequest;
import dev.interlock.dr.write.draftrequest.DraftRequest;
import dev.interlock.dr.write.editrequest.EditRequest;
import dev.interlock.dr.write.expirerequest.ExpireRequest;
import dev.interlock.dr.write.marksuperseded.MarkSuperseded;
import dev.interlock.dr.write.rejectrequest.RejectRequest;
import dev.interlock.dr.write.reviserequest.ReviseRequest;
import dev.interlock.dr.write.undostep.UndoStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands on one deployment request as they might come, right and wrong ones, in any order. */
final class RandomRequests {

    static final String ID = "DR-1";

    private static final List<String> TARGETS = List.of("staging", "production");

    /** Until when approvers may answer; commands come before and after. */
    static final Instant TO_ANSWER = Instant.parse("2026-11-30T12:00:00Z");

    private final Random random;
    private final String policy;

    RandomRequests(Random random, String policy) {
        this.random = random;
        this.policy = policy;
    }

    Record command(DeploymentRequest request) {
        return switch (request) {
            case DeploymentRequest.Unknown _ when chance(2) -> draft();
            case DeploymentRequest.Unknown _ -> any(details(draft()));
            case Known known -> any(known.details());
        };
    }

    /** What ends a request for good is rare, or every history would be short. */
    private Record any(RequestDetails now) {
        return switch (below(80)) {
            case 0 -> new CancelRequest(ID, actor(), expected(now), null, answer());
            case 1 -> new CompleteRequest(ID, actor(), expected(now), "by hand", answer());
            case 2 -> new CompleteDeployedRequest(ID, chance(2) ? now.contentHash() : "older");
            case 3, 4 -> new RejectRequest(ID, "qa", "evt_1", 1 + below(now.revision()));
            case 5 -> draft();
            case 6, 7, 8, 9, 10, 11, 12, 13 ->
                    new ReviseRequest(ID, actor(), expected(now), time());
            case 14, 15, 16, 17, 18, 19 ->
                    new DeactivateRequest(ID, actor(), expected(now), answer());
            case 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33 ->
                    new ActivateRequest(ID, actor(), expected(now), answer());
            case 34, 35, 36, 37 ->
                    new CompleteStep(ID, "step_" + below(4), stepActor(), null, List.of(), time());
            case 38, 39 -> new UndoStep(ID, "step_" + below(4), stepActor(), "broken");
            case 40, 41 ->
                    new ExpireRequest(
                            ID,
                            chance(4) ? now.revision() - 1 : now.revision(),
                            TO_ANSWER,
                            List.of("qa"),
                            time());
            case 42 -> MarkSuperseded.named(ID, "DR-" + (2 + below(3)));
            default -> edit(now);
        };
    }

    private EditRequest edit(RequestDetails now) {
        var retitled = chance(3) ? "Train " + random.nextInt(3) : now.title();
        var contents = chance(4) ? now.contents() : changed(now.contents());
        return new EditRequest(
                ID,
                actor(),
                expected(now),
                retitled,
                null,
                contents,
                chance(4) ? notes() : now.notes(),
                answer());
    }

    private DraftRequest draft() {
        var contents =
                new Contents(
                        List.of(item("api"), item("web")),
                        TARGETS,
                        List.of(
                                slot("qa", null),
                                slot("ops", "staging"),
                                slot("sre", "production")));
        return new DraftRequest(
                ID,
                "Train",
                null,
                Requests.AUTHOR.id(),
                contents,
                Notes.NONE,
                new Origin(policy, null, null, null),
                NOW);
    }

    private static RequestDetails details(DraftRequest draft) {
        return ((Known) Requests.draft(draft.contents())).details();
    }

    private Contents changed(Contents old) {
        var items = new ArrayList<>(old.items());
        var targets = old.environments();
        var slots = new ArrayList<>(old.slots());
        var steps = new ArrayList<>(old.allSteps());
        switch (random.nextInt(6)) {
            case 0 -> replace(items, item(chance(2) ? "api" : "web"));
            case 1 -> Collections.shuffle(items, random);
            case 2 ->
                    targets =
                            List.of(TARGETS, List.of("production"), List.<String>of())
                                    .get(below(3));
            case 3 ->
                    replace(
                            slots,
                            List.of(
                                            slot("qa", null),
                                            slot("ops", "staging"),
                                            slot("sre", "production"),
                                            slot("sre", "staging"))
                                    .get(below(4)));
            case 4 -> drop(slots);
            default -> {
                if (chance(3)) {
                    drop(steps);
                } else {
                    var step = step();
                    steps.removeIf(other -> other.id().equals(step.id()));
                    steps.add(step);
                }
            }
        }
        return new Contents(items, targets, slots, steps);
    }

    private Item item(String product) {
        var targets =
                List.of(List.<String>of(), List.of("staging"), List.of("production"), TARGETS);
        return new Item(product, "1." + below(2), targets.get(below(4)), 1 + below(2));
    }

    private Slot slot(String id, @Nullable String environment) {
        var day = chance(3) ? Duration.ofDays(1) : null;
        return new Slot(
                id,
                id,
                List.of(),
                1 + below(2),
                environment,
                false,
                true,
                new Contents.Terms(1, List.of(), false, day, false));
    }

    private Step step() {
        var environment = List.of("staging", "production", "").get(below(3));
        return new Step(
                "step_" + below(4),
                chance(2) ? "pre" : "post",
                "Back up",
                "manual",
                chance(2),
                null,
                environment.isEmpty() ? null : environment,
                null,
                null);
    }

    private Notes notes() {
        return new Notes(
                "Notes " + below(3), List.of(), null, Map.of(), chance(4) ? TO_ANSWER : null);
    }

    private Instant time() {
        return chance(4) ? TO_ANSWER : TO_ANSWER.minusSeconds(1);
    }

    private TimeToAnswer answer() {
        return new TimeToAnswer(time(), chance(2));
    }

    private StepActor stepActor() {
        return new StepActor(actor(), Set.of(), "human");
    }

    private Actor actor() {
        return List.of(
                        Requests.AUTHOR,
                        Requests.AUTHOR,
                        Requests.AUTHOR,
                        Requests.RELEASE_MANAGER,
                        Requests.STRANGER)
                .get(below(5));
    }

    private @Nullable Integer expected(RequestDetails now) {
        return chance(2) ? null : Integer.valueOf(chance(6) ? now.revision() - 1 : now.revision());
    }

    private static void replace(List<Item> items, Item item) {
        items.replaceAll(old -> old.product().equals(item.product()) ? item : old);
    }

    private static void replace(ArrayList<Slot> slots, Slot slot) {
        slots.removeIf(old -> old.id().equals(slot.id()));
        slots.add(slot);
    }

    private void drop(List<?> list) {
        if (!list.isEmpty()) {
            list.remove(below(list.size()));
        }
    }

    private int below(int bound) {
        return random.nextInt(bound);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
