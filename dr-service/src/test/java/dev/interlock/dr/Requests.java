package dev.interlock.dr;

import static dev.interlock.dr.Decisions.NOW;

import dev.interlock.dr.domain.Actor;
import dev.interlock.dr.domain.ContentHash;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.TimeToAnswer;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Notes;
import dev.interlock.dr.events.Origin;
import dev.interlock.dr.events.RequestActivated;
import dev.interlock.dr.events.RequestCancelled;
import dev.interlock.dr.events.RequestCompleted;
import dev.interlock.dr.events.RequestDrafted;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.RequestExpired;
import dev.interlock.dr.events.RequestRejected;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Deployment requests with a history, as tests need them. */
public final class Requests {

    public static final Actor AUTHOR = new Actor("usr_ann", false);
    public static final Actor STRANGER = new Actor("usr_eve", false);
    public static final Actor RELEASE_MANAGER = new Actor("usr_rob", true);

    /** While approvers may still answer. */
    public static final TimeToAnswer IN_TIME = new TimeToAnswer(NOW, false);

    /** By then it was to be answered; see {@link #toBeAnswered()}. */
    public static final Instant END = Instant.parse("2026-11-30T12:00:00Z");

    /** The time has passed, and no required slot was left unanswered. */
    public static final TimeToAnswer ANSWERED = new TimeToAnswer(END, true);

    /** The time has passed, and nobody knows of answers. */
    public static final TimeToAnswer UNANSWERED = new TimeToAnswer(END, false);

    private Requests() {}

    public static Contents contents(String... versionsOfApi) {
        var items =
                Arrays.stream(versionsOfApi)
                        .map(version -> new Contents.Item("api", version, List.of(), 1))
                        .toList();
        var slot = new Contents.Slot("qa", "qa", List.of(), 1, null, false, true);
        return new Contents(items, List.of("production"), List.of(slot));
    }

    public static DeploymentRequest draft() {
        return draft(contents("1.0.0"));
    }

    public static DeploymentRequest draft(Contents contents) {
        var hash = ContentHash.of(contents);
        return after(
                new DeploymentRequest.Unknown(),
                new RequestDrafted("DR-1", "Train", null, "usr_ann", 1, hash, contents, NOW));
    }

    public static DeploymentRequest inProgress() {
        return after(draft(), new RequestActivated("DR-1", 1, ContentHash.of(contents("1.0.0"))));
    }

    /** A draft that is to be answered before {@link #END}. */
    public static DeploymentRequest expiringDraft() {
        var contents = contents("1.0.0");
        return after(
                new DeploymentRequest.Unknown(),
                new RequestDrafted(
                        "DR-1",
                        "Train",
                        null,
                        "usr_ann",
                        1,
                        ContentHash.of(contents),
                        contents,
                        NOW,
                        new Notes(null, List.of(), null, Map.of(), END),
                        Origin.PLAIN));
    }

    /** In progress, and to be answered before {@link #END}. */
    public static DeploymentRequest toBeAnswered() {
        return after(expiringDraft(), new RequestActivated("DR-1", 1, "hash"));
    }

    public static DeploymentRequest expired() {
        return after(toBeAnswered(), new RequestExpired("DR-1", END, 1, List.of("qa")));
    }

    public static DeploymentRequest cancelled() {
        return after(inProgress(), new RequestCancelled("DR-1", null));
    }

    public static DeploymentRequest rejected() {
        return after(inProgress(), new RequestRejected("DR-1", "qa", "evt_1"));
    }

    public static DeploymentRequest completed() {
        return after(inProgress(), new RequestCompleted("DR-1", true, null));
    }

    public static DeploymentRequest after(DeploymentRequest request, RequestEvent... events) {
        return Arrays.stream(events).reduce(request, DeploymentRequest::evolve, (a, b) -> b);
    }
}
