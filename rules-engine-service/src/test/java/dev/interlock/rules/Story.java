package dev.interlock.rules;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.approval.ApprovalTypeDefinedV1;
import dev.interlock.contracts.approval.ApprovalWithdrawnV1;
import dev.interlock.contracts.approval.RoleGrantedV1;
import dev.interlock.contracts.approval.SlotApprovedV1;
import dev.interlock.contracts.approval.SlotRejectedV1;
import dev.interlock.contracts.approval.VersionApprovalRevokedV1;
import dev.interlock.contracts.approval.VersionApprovedV1;
import dev.interlock.contracts.approval.VersionQuarantinedV1;
import dev.interlock.contracts.approval.VersionRejectedV1;
import dev.interlock.contracts.approval.VersionRejectionRevokedV1;
import dev.interlock.contracts.dr.BuildReportedV1;
import dev.interlock.contracts.dr.DeploymentCompletedV1;
import dev.interlock.contracts.dr.DeploymentFailedV1;
import dev.interlock.contracts.dr.DeploymentLeaseExtendedV1;
import dev.interlock.contracts.dr.DeploymentPresumedFailedV1;
import dev.interlock.contracts.dr.DeploymentRequestActivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestCancelledV1;
import dev.interlock.contracts.dr.DeploymentRequestCompletedV1;
import dev.interlock.contracts.dr.DeploymentRequestCreatedV1;
import dev.interlock.contracts.dr.DeploymentRequestDeactivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestEditedV1;
import dev.interlock.contracts.dr.DeploymentRequestExpiredV1;
import dev.interlock.contracts.dr.DeploymentRequestRejectedV1;
import dev.interlock.contracts.dr.DeploymentRequestRevisedV1;
import dev.interlock.contracts.dr.DeploymentRolledBackV1;
import dev.interlock.contracts.dr.DeploymentStartedV1;
import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.dr.DrContents.Item;
import dev.interlock.contracts.dr.DrContents.Slot;
import dev.interlock.contracts.dr.DrLink;
import dev.interlock.contracts.dr.EnvironmentChangedV1;
import dev.interlock.contracts.dr.EnvironmentRegisteredV1;
import dev.interlock.contracts.dr.ProductLabelledV1;
import dev.interlock.contracts.dr.StepCompletedV1;
import dev.interlock.contracts.dr.StepUndoneV1;
import dev.interlock.contracts.dr.TemplateRef;
import dev.interlock.contracts.dr.VersionDigestBoundV1;
import dev.interlock.contracts.dr.VersionRegisteredV1;
import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.contracts.rules.CalendarChangedV1;
import dev.interlock.contracts.rules.CalendarImportedV1;
import dev.interlock.contracts.rules.CalendarRemovedV1;
import dev.interlock.contracts.rules.FreezeActivatedV1;
import dev.interlock.contracts.rules.FreezeExtendedV1;
import dev.interlock.contracts.rules.FreezeThawedV1;
import dev.interlock.contracts.rules.OverrideConfirmedV1;
import dev.interlock.contracts.rules.OverrideRequestedV1;
import dev.interlock.contracts.rules.OverrideReviewedV1;
import dev.interlock.contracts.rules.OverrideWithdrawnV1;
import dev.interlock.contracts.rules.RuleCreatedV1;
import dev.interlock.contracts.rules.RuleTerms;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.domain.gate.Gate;
import dev.interlock.rules.domain.gate.Judgement;
import dev.interlock.rules.domain.gate.Ruling;
import dev.interlock.rules.icalendar.CalendarReader;
import dev.interlock.rules.kafka.WorldMessages;
import dev.interlock.rules.projection.World;
import dev.interlock.rules.projection.WorldWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A history told in the words of the domain, as messages the owners would publish. */
public final class Story {

    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /**
     * @param message null for a record nobody can decode
     */
    public record Told(EventEnvelope envelope, @Nullable Message message) {

        public void applyTo(WorldWriter world) {
            if (message == null) {
                WorldMessages.parked(envelope, "not JSON", world);
            } else {
                WorldMessages.apply(envelope, message, world);
            }
        }
    }

    private final List<Told> told = new ArrayList<>();
    private final WorldWriter world = new WorldWriter();
    private final Map<String, Integer> revisions = new HashMap<>();
    private final Map<String, String> hashes = new HashMap<>();
    private final Map<String, Long> laneRevisions = new HashMap<>();
    private @Nullable Instant time;
    private @Nullable Instant lease;

    /**
     * Production enforces, staging only reports; three approval types and who holds their roles.
     */
    public static Story usual() {
        return new Story()
                .environment("production", "production", "enforce")
                .environment("staging", "staging", "report_only")
                .type("qa", "qa")
                .type("security", "security")
                .holds("quinn", "qa")
                .holds("quentin", "qa")
                .holds("sam", "security")
                .holds("rita", "release_manager");
    }

    public Story say(String source, String type, String subject, Message message) {
        long position = 1 + world.position(source);
        var envelope = envelope(source, position, type, subject);
        return tell(new Told(envelope, message));
    }

    private Story tell(Told next) {
        told.add(next);
        next.applyTo(world);
        return this;
    }

    /** A record nobody can decode. */
    public Story poison(String source, String type, String subject) {
        return tell(new Told(envelope(source, 1 + world.position(source), type, subject), null));
    }

    /** What is told from here on happens at this time. */
    public Story at(Instant time) {
        this.time = time;
        return this;
    }

    private EventEnvelope envelope(String source, long position, String type, String subject) {
        return new EventEnvelope(
                source,
                position,
                position - 1,
                source + "-" + position,
                type,
                1,
                subject,
                time == null ? NOW.minusSeconds(3600).plusSeconds(position) : time,
                null,
                null,
                "user",
                "usr_x",
                "human",
                "api",
                null,
                null,
                "0".repeat(64),
                "{}");
    }

    public Story environment(String name, String type, String mode, String... aliases) {
        return say(
                Sources.DR,
                "environment.registered",
                name,
                new EnvironmentRegisteredV1(
                        name, "env-" + name, type, mode, "UTC", List.of(aliases)));
    }

    /** From now on, enforced. */
    public Story separation(String environment, String type, boolean separates) {
        return say(
                Sources.DR,
                "environment.changed",
                environment,
                new EnvironmentChangedV1(
                        environment, type, "enforce", "UTC", List.of(), separates));
    }

    public Story type(String type, String... roles) {
        return say(
                Sources.APPROVAL,
                "approval_type.defined",
                type,
                new ApprovalTypeDefinedV1(type, type, List.of(roles)));
    }

    public Story holds(String person, String role) {
        return say(
                Sources.APPROVAL, "person.role_granted", person, new RoleGrantedV1(person, role));
    }

    public Story built(String product, String version, String by) {
        return say(
                Sources.DR,
                "build.completed",
                product + "@" + version,
                new BuildReportedV1(
                        "bld", product, version, "completed", null, null, by, null, null, null));
    }

    public Story labelled(String product, Map<String, String> labels) {
        return say(Sources.DR, "product.labelled", product, new ProductLabelledV1(product, labels));
    }

    public Story draft(String dr, String author, DrContents contents) {
        revisions.put(dr, 1);
        hashes.put(dr, hash(contents));
        return say(
                Sources.DR,
                "dr.created",
                dr,
                new DeploymentRequestCreatedV1(dr, dr, author, 1, hash(contents), contents));
    }

    /** Activated at once; made from a template, with links of these kinds. */
    public Story openFrom(
            String dr, @Nullable String template, DrContents contents, String... links) {
        revisions.put(dr, 1);
        hashes.put(dr, hash(contents));
        return say(
                        Sources.DR,
                        "dr.created",
                        dr,
                        new DeploymentRequestCreatedV1(
                                dr,
                                dr,
                                "ann",
                                1,
                                hash(contents),
                                contents,
                                null,
                                null,
                                Stream.of(links)
                                        .map(k -> new DrLink(k, "https://x.example", null))
                                        .toList(),
                                null,
                                template == null ? null : new TemplateRef(template, 3),
                                null))
                .activate(dr);
    }

    /** Activated at once, to be answered by then. */
    public Story openUntil(String dr, Instant expiresAt, DrContents contents) {
        revisions.put(dr, 1);
        hashes.put(dr, hash(contents));
        return say(
                        Sources.DR,
                        "dr.created",
                        dr,
                        new DeploymentRequestCreatedV1(
                                dr,
                                dr,
                                "ann",
                                1,
                                hash(contents),
                                contents,
                                expiresAt,
                                null,
                                null,
                                null,
                                null,
                                null))
                .activate(dr);
    }

    public Story open(String dr, String author, DrContents contents) {
        return draft(dr, author, contents).activate(dr);
    }

    public Story activate(String dr) {
        return say(
                Sources.DR,
                "dr.activated",
                dr,
                new DeploymentRequestActivatedV1(dr, revision(dr), String.valueOf(hashes.get(dr))));
    }

    public Story edit(String dr, String editor, DrContents contents) {
        int revision = revisions.merge(dr, 1, Integer::sum);
        boolean hashed = !hash(contents).equals(hashes.put(dr, hash(contents)));
        return say(
                Sources.DR,
                "dr.edited",
                dr,
                new DeploymentRequestEditedV1(
                        dr, dr, editor, revision, hash(contents), contents, hashed));
    }

    public Story stepDone(String dr, String step) {
        return say(Sources.DR, "dr.step_completed", dr, new StepCompletedV1(dr, step, "ann", NOW));
    }

    public Story stepUndone(String dr, String step) {
        return say(Sources.DR, "dr.step_undone", dr, new StepUndoneV1(dr, step, "ann", "broken"));
    }

    public Story revise(String dr, String reviser) {
        int revision = revisions.merge(dr, 1, Integer::sum);
        return say(
                Sources.DR,
                "dr.revised",
                dr,
                new DeploymentRequestRevisedV1(
                        dr, reviser, revision, String.valueOf(hashes.get(dr))));
    }

    public Story deactivate(String dr) {
        return say(Sources.DR, "dr.deactivated", dr, new DeploymentRequestDeactivatedV1(dr));
    }

    public Story cancel(String dr) {
        return say(Sources.DR, "dr.cancelled", dr, new DeploymentRequestCancelledV1(dr, "no"));
    }

    public Story complete(String dr) {
        return say(
                Sources.DR, "dr.completed", dr, new DeploymentRequestCompletedV1(dr, true, null));
    }

    /** The owner has recorded that nobody answered in time. */
    public Story expired(String dr) {
        return say(
                Sources.DR,
                "dr.expired",
                dr,
                new DeploymentRequestExpiredV1(dr, NOW, revision(dr), List.of("qa")));
    }

    /** The owner has recorded a rejection. */
    public Story rejected(String dr) {
        return say(Sources.DR, "dr.rejected", dr, new DeploymentRequestRejectedV1(dr, "qa", "rej"));
    }

    public Story approve(String dr, String slot, String person) {
        return approve(dr, slot, person, revision(dr));
    }

    public Story approve(String dr, String slot, String person, int revision) {
        return say(
                Sources.APPROVAL,
                "dr.approved",
                dr,
                new SlotApprovedV1(
                        "apr-%s-%s-%s".formatted(dr, slot, person),
                        dr,
                        slot,
                        revision,
                        String.valueOf(hashes.get(dr)),
                        person,
                        slot,
                        List.of(slot),
                        false,
                        null,
                        null,
                        null,
                        null));
    }

    public Story withdraw(String dr, String slot, String person) {
        return say(
                Sources.APPROVAL,
                "dr.approval_withdrawn",
                dr,
                new ApprovalWithdrawnV1(
                        "apr-%s-%s-%s".formatted(dr, slot, person), dr, slot, person, null, null));
    }

    public Story reject(String dr, String slot, String person) {
        return say(
                Sources.APPROVAL,
                "dr.slot_rejected",
                dr,
                new SlotRejectedV1(
                        "rej-" + dr,
                        dr,
                        slot,
                        revision(dr),
                        String.valueOf(hashes.get(dr)),
                        person,
                        slot,
                        List.of(slot),
                        true,
                        "no",
                        null));
    }

    public Story rejectVersion(String product, String version) {
        return say(
                Sources.APPROVAL,
                "version.rejected",
                product + "@" + version,
                new VersionRejectedV1(
                        "vrj-" + version,
                        product,
                        version,
                        "security",
                        "sam",
                        "security",
                        List.of("security"),
                        "leaks",
                        List.of()));
    }

    public Story liftRejection(String product, String version) {
        return say(
                Sources.APPROVAL,
                "version.rejection_revoked",
                product + "@" + version,
                new VersionRejectionRevokedV1("vrj-" + version, product, version, "fixed"));
    }

    public Story quarantine(String product, String version, Instant until) {
        return say(
                Sources.APPROVAL,
                "version.quarantined",
                product + "@" + version,
                new VersionQuarantinedV1(
                        "vqu-" + until,
                        product,
                        version,
                        "sam",
                        "security",
                        List.of("security"),
                        "suspicious",
                        until));
    }

    public Story started(String product, String version, String environment, String... drs) {
        return started(product, version, environment, ANY_DECISION, drs);
    }

    /** As the gate decided. */
    public Story started(Judgement judgement) {
        var query = judgement.situation().query();
        return started(query.product(), query.version(), query.environment(), decision(judgement));
    }

    private Story started(
            String product,
            String version,
            String environment,
            GateDecision decision,
            String... drs) {
        return say(
                Sources.DR,
                "deployment.started",
                product + "@" + environment,
                new DeploymentStartedV1(
                        "dep-" + version,
                        product,
                        version,
                        environment,
                        List.of(drs),
                        decision,
                        laneRevision(product, environment),
                        null,
                        null,
                        lease));
    }

    /** What is started from here on may be silent until then. */
    public Story lease(Instant until) {
        this.lease = until;
        return this;
    }

    public Story heardOf(String product, String version, String environment, Instant until) {
        return say(
                Sources.DR,
                "deployment.lease_extended",
                product + "@" + environment,
                new DeploymentLeaseExtendedV1(
                        "dep-" + version,
                        product,
                        version,
                        environment,
                        until,
                        laneRevision(product, environment)));
    }

    public Story presumedFailed(String product, String version, String environment) {
        return say(
                Sources.DR,
                "deployment.presumed_failed",
                product + "@" + environment,
                new DeploymentPresumedFailedV1(
                        "dep-" + version,
                        product,
                        version,
                        environment,
                        List.of(),
                        laneRevision(product, environment)));
    }

    /** By somebody who had not asked the gate. */
    public Story ungated(String product, String version, String environment) {
        return completed(product, version, environment, true);
    }

    public Story completed(String product, String version, String environment, String... drs) {
        return completed(product, version, environment, false, drs);
    }

    private Story completed(
            String product, String version, String environment, boolean ungated, String... drs) {
        return say(
                Sources.DR,
                "deployment.completed",
                product + "@" + environment,
                new DeploymentCompletedV1(
                        "dep-" + version,
                        product,
                        version,
                        environment,
                        ungated,
                        List.of(drs),
                        laneRevision(product, environment)));
    }

    public Story rolledBack(
            String product, String version, String environment, @Nullable String restored) {
        return say(
                Sources.DR,
                "deployment.rolled_back",
                product + "@" + environment,
                new DeploymentRolledBackV1(
                        "dep-" + version,
                        product,
                        version,
                        environment,
                        restored,
                        List.of(),
                        "broken",
                        laneRevision(product, environment)));
    }

    /** A sign-off by a person, for any environment and no artifact in particular. */
    public Story signedOff(String product, String version, String type, String by) {
        return signedOff(product, version, type, by, null, null, false, null);
    }

    public Story signedOff(
            String product,
            String version,
            String type,
            String by,
            @Nullable String environment,
            @Nullable String digest,
            boolean machine,
            @Nullable Instant validUntil) {
        return say(
                Sources.APPROVAL,
                "version.approved",
                product + "@" + version,
                new VersionApprovedV1(
                        "vap-%s-%s".formatted(type, by),
                        product,
                        version,
                        type,
                        environment,
                        digest,
                        by,
                        machine,
                        machine ? null : type,
                        machine ? List.of() : List.of(type),
                        validUntil,
                        null,
                        List.of()));
    }

    public Story signOffRevoked(String product, String version, String type, String by) {
        return say(
                Sources.APPROVAL,
                "version.approval_revoked",
                product + "@" + version,
                new VersionApprovalRevokedV1(
                        "vap-%s-%s".formatted(type, by), product, version, "wrong build"));
    }

    /** Registered, by a build or on first sight. */
    public Story seen(String product, String version) {
        return say(
                Sources.DR,
                "version.registered",
                product + "@" + version,
                new VersionRegisteredV1(product, version, "ver_" + product + version));
    }

    public Story bound(String product, String version, String digest) {
        return say(
                Sources.DR,
                "version.digest_bound",
                product + "@" + version,
                new VersionDigestBoundV1(product, version, digest));
    }

    public Story failed(String product, String version, String environment, String... drs) {
        return say(
                Sources.DR,
                "deployment.failed",
                product + "@" + environment,
                new DeploymentFailedV1(
                        "dep-" + version,
                        product,
                        version,
                        environment,
                        List.of(drs),
                        laneRevision(product, environment)));
    }

    /** Activated at its start, by {@code sre}. */
    public Story freeze(String id, Instant start, @Nullable Instant end, Scope scope) {
        return say(
                Sources.RULES,
                "freeze.activated",
                id,
                new FreezeActivatedV1(
                        id,
                        "incident\nof some kind",
                        "https://status.example.com/7",
                        scope.products(),
                        scope.environments(),
                        scope.environmentTypes(),
                        start,
                        end,
                        start.isBefore(NOW) ? start : NOW,
                        "sre",
                        scope.productLabelsUnlessAll()));
    }

    public Story extendFreeze(String id, Instant end, Instant at) {
        return say(
                Sources.RULES,
                "freeze.extended",
                id,
                new FreezeExtendedV1(id, end, "not fixed", at, "sre"));
    }

    public Story thawFreeze(String id, Instant at) {
        return say(Sources.RULES, "freeze.thawed", id, new FreezeThawedV1(id, "fixed", at, "sre"));
    }

    /**
     * Its first version.
     *
     * @param events VEVENTs of an iCalendar
     */
    public Story calendar(String name, String events) {
        return say(
                Sources.RULES,
                "calendar.imported",
                name,
                new CalendarImportedV1(name, 1, entries(name, events), NOW, "sre"));
    }

    public Story changeCalendar(String name, int version, String events) {
        return say(
                Sources.RULES,
                "calendar.changed",
                name,
                new CalendarChangedV1(name, version, entries(name, events), NOW, "sre"));
    }

    public Story removeCalendar(String name, int version) {
        return say(
                Sources.RULES,
                "calendar.removed",
                name,
                new CalendarRemovedV1(name, version, NOW, "sre"));
    }

    private static String entries(String name, String events) {
        var text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + events.strip() + "\nEND:VCALENDAR\n";
        var calendar = CalendarReader.read(name, text.getBytes(StandardCharsets.UTF_8));
        return JsonMapper.shared().writeValueAsString(calendar.entries());
    }

    /** A {@code dr_required} rule for production. */
    public Story drRequired(String rule, String mode, String definition) {
        return rule(rule, mode, "dr_required", definition, null);
    }

    /** A rule for production. */
    public Story rule(String rule, String kind, String definition) {
        return rule(rule, "enforce", kind, definition, null);
    }

    public Story rule(
            String rule, String mode, String kind, String definition, @Nullable RuleTerms terms) {
        return say(
                Sources.RULES,
                "rule.created",
                rule,
                new RuleCreatedV1(
                        rule,
                        1,
                        rule,
                        mode,
                        kind,
                        List.of(),
                        List.of("production"),
                        List.of(),
                        definition,
                        terms));
    }

    public Story rule(String rule, Scope scope, String kind, String definition) {
        return say(
                Sources.RULES,
                "rule.created",
                rule,
                new RuleCreatedV1(
                        rule,
                        1,
                        rule,
                        "enforce",
                        kind,
                        scope.products(),
                        scope.environments(),
                        scope.environmentTypes(),
                        definition,
                        null,
                        scope.productLabelsUnlessAll()));
    }

    public Ruling ask(GateQuery query) {
        return Gate.decide(query, world(), NOW);
    }

    public Judgement judge(String product, String version, String environment) {
        return judge(product, version, environment, null, null);
    }

    public Judgement judgeAt(Instant now, String product, String version, String environment) {
        return (Judgement)
                Gate.decide(
                        new GateQuery(product, version, environment, null, null, "ci"),
                        world(),
                        now);
    }

    public Judgement judge(
            String product,
            String version,
            String environment,
            @Nullable String dr,
            @Nullable String deployer) {
        return (Judgement) ask(new GateQuery(product, version, environment, dr, deployer, "ci"));
    }

    public World world() {
        return world.snapshot();
    }

    public List<Told> told() {
        return told;
    }

    /** The contents it has now. */
    public String hashOf(String dr) {
        return String.valueOf(hashes.get(dr));
    }

    private int revision(String dr) {
        return revisions.getOrDefault(dr, 1);
    }

    private long laneRevision(String product, String environment) {
        return laneRevisions.merge(product + "@" + environment, 1L, Long::sum);
    }

    private static String hash(DrContents contents) {
        return Integer.toHexString(contents.hashCode());
    }

    /** To production, with a required slot for qa and one for security. */
    public static DrContents toProduction(Item... items) {
        return new DrContents(
                List.of(items), List.of("production"), List.of(slot("qa", 1), slot("security", 1)));
    }

    public static Item item(String product, String version) {
        return item(product, version, 1);
    }

    public static Item item(String product, String version, int orderGroup) {
        return new Item(product, version, List.of(), orderGroup);
    }

    public static Slot slot(String type, int min) {
        return new Slot(type, type, List.of(), min, null, false, true);
    }

    private static final GateDecision ANY_DECISION =
            new GateDecision(
                    "dec-1",
                    "api",
                    "1",
                    "production",
                    null,
                    GateDecision.Choice.ALLOW,
                    true,
                    GateDecision.Verdict.PASS,
                    false,
                    Finding.Mode.ENFORCE,
                    null,
                    null,
                    "allowed",
                    List.of(),
                    List.of(),
                    List.of(),
                    "deploy",
                    null,
                    null,
                    Map.of(),
                    0,
                    NOW,
                    "/v1/decisions/dec-1");

    private static GateDecision decision(Judgement judgement) {
        return new GateDecision(
                "dec-2",
                judgement.situation().query().product(),
                judgement.situation().query().version(),
                judgement.situation().query().environment(),
                null,
                GateDecision.Choice.ALLOW,
                judgement.allowed(),
                GateDecision.Verdict.FAIL,
                judgement.wouldBlock(),
                Finding.Mode.ENFORCE,
                judgement.code(),
                judgement.httpStatus(),
                judgement.message(),
                judgement.findings(),
                judgement.overrides(),
                List.of(),
                judgement.action(),
                null,
                null,
                Map.of(),
                0,
                NOW,
                "/v1/decisions/dec-2");
    }

    /** Lifts nothing before it is confirmed, unless one person is enough. */
    public Story override(
            String id, int people, String by, Target target, Instant until, String... names) {
        return say(
                Sources.RULES,
                "override.requested",
                id,
                new OverrideRequestedV1(
                        id,
                        target.product(),
                        target.version(),
                        target.environment(),
                        List.of(names),
                        "customers cannot pay",
                        "https://status.example.com/7",
                        people,
                        until,
                        NOW.minusSeconds(60),
                        by));
    }

    /** What an override is for. */
    public record Target(String product, String version, String environment) {}

    public Story confirmed(String override, String by) {
        return say(
                Sources.RULES,
                "override.confirmed",
                override,
                new OverrideConfirmedV1(override, NOW.minusSeconds(30), by));
    }

    public Story withdrawn(String override, Instant at) {
        return say(
                Sources.RULES,
                "override.withdrawn",
                override,
                new OverrideWithdrawnV1(override, "not needed", at, "rita"));
    }

    public Story reviewed(String override) {
        return say(
                Sources.RULES,
                "override.reviewed",
                override,
                new OverrideReviewedV1(override, "all well", NOW, "rita"));
    }
}
