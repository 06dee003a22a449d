package dev.interlock.approval.write.approveversion;

import dev.interlock.approval.domain.CommandRefused;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.VersionApprovalTerms;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.http.VersionFields;
import dev.interlock.approval.http.VersionFields.EvidenceBody;
import dev.interlock.approval.registry.Versions;
import dev.interlock.approval.write.approveversion.ApproveVersionHandler.SignedOff;
import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ApproveVersionApi {

    private static final Duration LONGEST_VALIDITY = Duration.ofDays(730);

    /**
     * @param environment null = any
     * @param digest what the registry has is taken if none is named
     */
    record Body(
            @Nullable String product,
            @Nullable String version,
            @Nullable String type,
            @Nullable String environment,
            @Nullable String comment,
            @Nullable List<@Nullable EvidenceBody> evidence,
            @Nullable String digest,
            @Nullable Instant validUntil) {}

    record Given(
            String id,
            String product,
            String version,
            String type,
            @Nullable String environment,
            @Nullable String digest,
            @Nullable Instant validUntil,
            boolean machine) {}

    private final Versions versions;
    private final CallerCommands commands;
    private final Clock clock;

    ApproveVersionApi(Versions versions, CallerCommands commands, Clock clock) {
        this.versions = versions;
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/v1/version-approvals")
    ResponseEntity<Given> approve(@RequestBody Body body, Caller caller) {
        admit(caller);
        var violations = new Violations();
        var fields = new VersionFields(violations);
        var name = fields.name("/", body.product(), body.version());
        var terms =
                new VersionApprovalTerms(
                        fields.type(body.type()),
                        fields.environment(body.environment()),
                        fields.digest(body.digest()),
                        fields.future(
                                "/valid_until",
                                body.validUntil(),
                                clock.instant(),
                                LONGEST_VALIDITY),
                        fields.comment(body.comment()),
                        fields.evidence(body.evidence()));
        violations.throwIfAny();
        var version = versions.get(name, terms.environment());
        requireScope(caller, name.product(), version.environmentName());

        Answer<SignedOff> answer =
                commands.send(
                        new ApproveVersion(
                                "vap_" + UUID.randomUUID(),
                                caller.principal(),
                                caller.person(),
                                caller.actorKind(),
                                new VersionApprovalTerms(
                                        terms.type(),
                                        version.environmentName(),
                                        terms.digest(),
                                        terms.validUntil(),
                                        terms.comment(),
                                        terms.evidence()),
                                version),
                        caller);
        var given = answer.result().approval().given();
        return CallerCommands.answer(
                        answer.result().recorded() ? HttpStatus.CREATED : HttpStatus.OK, answer)
                .body(
                        new Given(
                                given.approval(),
                                given.product(),
                                given.version(),
                                given.type(),
                                given.environment(),
                                given.digest(),
                                given.validUntil(),
                                given.machine()));
    }

    /** A person acting personally, or a pipeline whose key says that it may. */
    private static void admit(Caller caller) {
        boolean machine = caller.person() == null;
        if (!caller.actorKind().equals(machine ? "ci" : "human")) {
            throw new CommandRefused(new AgentMayNotApprove(caller.actorKind()));
        }
        caller.requireSomewhere(permission(caller));
    }

    /** What holds in any environment is for who may everywhere. */
    private static void requireScope(Caller caller, String product, @Nullable String environment) {
        caller.require(permission(caller), product, environment == null ? Grant.ALL : environment);
    }

    private static Permission permission(Caller caller) {
        return caller.person() == null ? Permission.SIGN_OFF : Permission.APPROVE;
    }
}
