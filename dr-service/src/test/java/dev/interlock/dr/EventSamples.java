package dev.interlock.dr;

import static dev.interlock.dr.Decisions.NOW;

import dev.interlock.dr.events.ApprovalsMadeStale;
import dev.interlock.dr.events.BuildReported;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.DeploymentAborted;
import dev.interlock.dr.events.DeploymentAnnounced;
import dev.interlock.dr.events.DeploymentCompleted;
import dev.interlock.dr.events.DeploymentFailed;
import dev.interlock.dr.events.DeploymentLeaseExtended;
import dev.interlock.dr.events.DeploymentPresumedFailed;
import dev.interlock.dr.events.DeploymentRefused;
import dev.interlock.dr.events.DeploymentRolledBack;
import dev.interlock.dr.events.DeploymentStarted;
import dev.interlock.dr.events.DeploymentTakenOver;
import dev.interlock.dr.events.DrEvent;
import dev.interlock.dr.events.EnvironmentChanged;
import dev.interlock.dr.events.EnvironmentRegistered;
import dev.interlock.dr.events.Notes;
import dev.interlock.dr.events.Origin;
import dev.interlock.dr.events.Outline;
import dev.interlock.dr.events.ProductLabelled;
import dev.interlock.dr.events.ProductRegistered;
import dev.interlock.dr.events.Report;
import dev.interlock.dr.events.RequestActivated;
import dev.interlock.dr.events.RequestCancelled;
import dev.interlock.dr.events.RequestCompleted;
import dev.interlock.dr.events.RequestDeactivated;
import dev.interlock.dr.events.RequestDrafted;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestExpired;
import dev.interlock.dr.events.RequestRejected;
import dev.interlock.dr.events.RequestRevised;
import dev.interlock.dr.events.RequestSuperseded;
import dev.interlock.dr.events.StepCompleted;
import dev.interlock.dr.events.StepUndone;
import dev.interlock.dr.events.TemplateChanged;
import dev.interlock.dr.events.TemplateCreated;
import dev.interlock.dr.events.VersionBound;
import dev.interlock.dr.events.VersionDigestBound;
import dev.interlock.dr.events.VersionRegistered;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One of each stored event, complete, and minimal where something may be left out. */
public final class EventSamples {

    private static final String HASH = "0f".repeat(32);
    private static final Contents CONTENTS =
            new Contents(
                    List.of(new Contents.Item("api", "2.15.0", List.of("production"), 1)),
                    List.of("production"),
                    List.of(
                            new Contents.Slot(
                                    "qa", "qa", List.of("qa"), 2, "production", true, false)));
    private static final Contents ALL_CONTENTS =
            new Contents(
                    CONTENTS.items(),
                    CONTENTS.environments(),
                    List.of(
                            new Contents.Slot(
                                    "dba",
                                    "compliance",
                                    List.of(),
                                    1,
                                    null,
                                    false,
                                    true,
                                    new Contents.Terms(
                                            2,
                                            List.of("dba-team"),
                                            true,
                                            Duration.ofDays(7),
                                            true))),
                    List.of(
                            new Contents.Step(
                                    "backup",
                                    "pre",
                                    "Back up",
                                    "evidence",
                                    true,
                                    "api",
                                    "production",
                                    "sre",
                                    NOW)));
    private static final Notes NOTES =
            new Notes(
                    "# New",
                    List.of(new Notes.Link("ticket", "https://tickets.example/7", "Seven")),
                    NOW,
                    Map.of("train", "november"),
                    NOW);
    private static final Contents NO_CONTENTS = new Contents(List.of(), List.of(), List.of());
    private static final Report REPORT =
            new Report(
                    "github",
                    "7",
                    "abc123",
                    "acme/api",
                    "main",
                    "https://ci.example/7",
                    "https://api.example",
                    "run-1",
                    "key",
                    120,
                    "run",
                    2,
                    "ann",
                    "Ann",
                    "ann@example.org",
                    NOW,
                    true,
                    "{\"a\":1}",
                    NOW);

    private EventSamples() {}

    public static DrEvent get(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }

    /** By the name of their golden file, without its ending. */
    public static Map<String, DrEvent> all() {
        var samples = new LinkedHashMap<String, DrEvent>();
        samples.put(
                "environment.registered.v1",
                new EnvironmentRegistered(
                        "production",
                        "env-id",
                        "production",
                        "enforce",
                        "UTC",
                        List.of("prod"),
                        null));
        samples.put(
                "environment.changed.v1",
                new EnvironmentChanged(
                        "production",
                        "production",
                        "report_only",
                        "Europe/Berlin",
                        List.of(),
                        null));
        samples.put(
                "environment.changed.v1.full-2",
                new EnvironmentChanged("staging", "staging", "enforce", "UTC", List.of(), true));
        samples.put("product.registered.v1", new ProductRegistered("api", "product-id"));
        samples.put(
                "product.labelled.v1",
                new ProductLabelled("api", Map.of("tier", "1", "team", "payments")));
        samples.put("version.registered.v1", new VersionRegistered("api", "2.15.0", "version-id"));
        samples.put("version.bound.v1", new VersionBound("api", "2.15.0", "abc123"));
        samples.put(
                "version.digest_bound.v1",
                new VersionDigestBound("api", "2.15.0", "sha256:abc123"));
        builds(samples);
        requests(samples);
        templates(samples);
        deployments(samples);
        return samples;
    }

    private static void builds(Map<String, DrEvent> samples) {
        samples.put(
                "build.reported.v1",
                new BuildReported(
                        "bld_1",
                        "api",
                        "2.15.0",
                        "completed",
                        "github",
                        "7",
                        "abc123",
                        "acme/api",
                        "main",
                        "https://ci.example/7",
                        "run-1",
                        "ann",
                        "Ann",
                        "ann@example.org",
                        NOW,
                        NOW,
                        "{\"a\":1}",
                        "key",
                        NOW));
        samples.put(
                "build.reported.v1.minimal",
                new BuildReported(
                        "bld_1", "api", "2.15.0", "started", null, null, null, null, null, null,
                        null, null, null, null, null, null, null, null, NOW));
    }

    private static void requests(Map<String, DrEvent> samples) {
        samples.put(
                "dr.drafted.v1",
                new RequestDrafted(
                        "DR-1", "Train", "All of it", "usr_ann", 1, HASH, CONTENTS, NOW));
        samples.put(
                "dr.drafted.v1.minimal",
                new RequestDrafted("DR-1", "Train", null, "usr_ann", 1, HASH, NO_CONTENTS, NOW));
        samples.put(
                "dr.edited.v1",
                new RequestEdited(
                        "DR-1", "Train", "All of it", "usr_ann", 2, HASH, CONTENTS, true));
        samples.put(
                "dr.drafted.v1.full-2",
                new RequestDrafted(
                        "DR-1",
                        "Train",
                        "All of it",
                        "usr_ann",
                        1,
                        HASH,
                        ALL_CONTENTS,
                        NOW,
                        NOTES,
                        new Origin("lock", "tpl_1", 3, "DR-0")));
        samples.put(
                "dr.edited.v1.full-2",
                new RequestEdited(
                        "DR-1",
                        "Train",
                        "All of it",
                        "usr_ann",
                        2,
                        HASH,
                        ALL_CONTENTS,
                        true,
                        NOTES,
                        Map.of("dba", 1)));
        samples.put(
                "dr.step_completed.v1",
                new StepCompleted(
                        "DR-1",
                        "backup",
                        "usr_ann",
                        NOW,
                        "done",
                        List.of(new StepCompleted.Evidence("https://ci.example/1", "log"))));
        samples.put(
                "dr.step_completed.v1.minimal",
                new StepCompleted("DR-1", "backup", "usr_ann", NOW, null, List.of()));
        samples.put("dr.step_undone.v1", new StepUndone("DR-1", "backup", "usr_ann", "broken"));
        samples.put("dr.activated.v1", new RequestActivated("DR-1", 2, HASH));
        samples.put("dr.approvals_made_stale.v1", new ApprovalsMadeStale("DR-1", 2, HASH));
        samples.put(
                "dr.approvals_made_stale.v1.full-2",
                new ApprovalsMadeStale("DR-1", 2, HASH, List.of("api: 1 to 2")));
        samples.put("dr.deactivated.v1", new RequestDeactivated("DR-1"));
        samples.put("dr.cancelled.v1", new RequestCancelled("DR-1", "not needed"));
        samples.put("dr.cancelled.v1.minimal", new RequestCancelled("DR-1", null));
        samples.put("dr.rejected.v1", new RequestRejected("DR-1", "qa", "event-id"));
        samples.put("dr.revised.v1", new RequestRevised("DR-1", "usr_ann", 3, HASH));
        samples.put("dr.expired.v1", new RequestExpired("DR-1", NOW, 2, List.of("qa", "security")));
        samples.put("dr.expired.v1.minimal", new RequestExpired("DR-1", NOW, 2, List.of()));
        samples.put(
                "dr.superseded.v1",
                new RequestSuperseded(
                        "DR-142", "DR-150", "in_progress", "api-service", "2.16.0", "production"));
        samples.put(
                "dr.superseded.v1.minimal",
                new RequestSuperseded("DR-142", "DR-150", "rejected", null, null, null));
        samples.put("dr.completed.v1", new RequestCompleted("DR-1", false, "done by hand"));
        samples.put("dr.completed.v1.minimal", new RequestCompleted("DR-1", true, null));
    }

    private static void templates(Map<String, DrEvent> samples) {
        var whole =
                new Outline(
                        "Weekly",
                        "Every week",
                        ALL_CONTENTS.environments(),
                        ALL_CONTENTS.slots(),
                        ALL_CONTENTS.allSteps(),
                        "lock",
                        Duration.ofDays(14),
                        Map.of("train", "weekly"));
        var least =
                new Outline("Bare", null, List.of(), List.of(), List.of(), null, null, Map.of());
        samples.put("template.created.v1", new TemplateCreated("TPL-1", "usr_ann", whole, NOW));
        samples.put(
                "template.created.v1.minimal", new TemplateCreated("TPL-1", "usr_ann", least, NOW));
        samples.put("template.changed.v1", new TemplateChanged("TPL-1", 2, "usr_ann", whole, NOW));
    }

    private static void deployments(Map<String, DrEvent> samples) {
        var drs = List.of("DR-1");
        samples.put(
                "deployment.announced.v1",
                new DeploymentAnnounced("dep_1", "api", "2.15.0", "production", 1, REPORT));
        samples.put(
                "deployment.started.v1",
                new DeploymentStarted(
                        "dep_1",
                        "api",
                        "2.15.0",
                        "production",
                        drs,
                        Decisions.allow("api", "2.15.0", "production", 1, "DR-1"),
                        2,
                        "usr_ann",
                        null,
                        REPORT));
        samples.put(
                "deployment.started.v1.full-2",
                new DeploymentStarted(
                        "dep_1",
                        "api",
                        "2.15.0",
                        "production",
                        drs,
                        Decisions.allow("api", "2.15.0", "production", 1, "DR-1"),
                        2,
                        "usr_ann",
                        NOW.plusSeconds(21_600),
                        REPORT));
        samples.put(
                "deployment.started.v1.minimal",
                new DeploymentStarted(
                        "dep_1",
                        "api",
                        "2.15.0",
                        "production",
                        List.of(),
                        Decisions.allow("api", "2.15.0", "production", 1),
                        2,
                        null,
                        null,
                        Report.bare(NOW)));
        samples.put(
                "deployment.refused.v1",
                new DeploymentRefused(
                        "dep_2",
                        "api",
                        "2.15.0",
                        "production",
                        Decisions.block("api", "2.15.0", "production", 1, "DR-1"),
                        "usr_ann",
                        REPORT));
        samples.put(
                "deployment.taken_over.v1",
                new DeploymentTakenOver("dep_1", "api", "2.15.0", "production", 3, null, REPORT));
        samples.put(
                "deployment.taken_over.v1.full-2",
                new DeploymentTakenOver(
                        "dep_1",
                        "api",
                        "2.15.0",
                        "production",
                        3,
                        NOW.plusSeconds(21_600),
                        REPORT));
        samples.put(
                "deployment.lease_extended.v1",
                new DeploymentLeaseExtended(
                        "dep_1",
                        "api",
                        "2.15.0",
                        "production",
                        NOW.plusSeconds(21_600),
                        4,
                        REPORT));
        samples.put(
                "deployment.rolled_back.v1",
                new DeploymentRolledBack(
                        "dep_1",
                        "api",
                        "2.15.0",
                        "production",
                        "2.14.3",
                        "dep_0",
                        drs,
                        "errors doubled",
                        5,
                        REPORT));
        samples.put(
                "deployment.presumed_failed.v1",
                new DeploymentPresumedFailed(
                        "dep_1", "api", "2.15.0", "production", drs, 4, REPORT));
        samples.put(
                "deployment.completed.v1",
                new DeploymentCompleted(
                        "dep_1", "api", "2.15.0", "production", false, drs, 4, REPORT));
        samples.put(
                "deployment.failed.v1",
                new DeploymentFailed("dep_1", "api", "2.15.0", "production", drs, 4, REPORT));
        samples.put(
                "deployment.aborted.v1",
                new DeploymentAborted("dep_1", "api", "2.15.0", "production", drs, 4, REPORT));
    }
}
