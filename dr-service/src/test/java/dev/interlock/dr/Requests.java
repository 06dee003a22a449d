package dev.interlock.dr;

import static dev.interlock.dr.Decisions.NOW;

import dev.interlock.dr.domain.Actor;
import dev.interlock.dr.domain.ContentHash;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.RequestActivated;
import dev.interlock.dr.events.RequestCancelled;
import dev.interlock.dr.events.RequestCompleted;
import dev.interlock.dr.events.RequestDrafted;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.RequestRejected;
import java.util.Arrays;
import java.util.List;

/** Deployment requests with a history, as tests need them. */
public final class Requests {

    public static final Actor AUTHOR = new Actor("usr_ann", false);
    public static final Actor STRANGER = new Actor("usr_eve", false);
    public static final Actor RELEASE_MANAGER = new Actor("usr_rob", true);

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
