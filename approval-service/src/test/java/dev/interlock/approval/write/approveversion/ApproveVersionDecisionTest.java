package dev.interlock.approval.write.approveversion;

import static dev.interlock.approval.domain.Versions.NOW;
import static dev.interlock.approval.domain.Versions.SECURITY;
import static dev.interlock.approval.domain.Versions.approved;
import static dev.interlock.approval.domain.Versions.built;
import static dev.interlock.approval.domain.Versions.history;
import static dev.interlock.approval.domain.Versions.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.ApprovalType;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Accepted;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.BuilderMayNotSignOff;
import dev.interlock.approval.domain.Refusal.DigestMismatch;
import dev.interlock.approval.domain.Refusal.NoSuchApprovalType;
import dev.interlock.approval.domain.Refusal.NoSuchVersion;
import dev.interlock.approval.domain.Refusal.TypeNotYours;
import dev.interlock.approval.domain.Refusal.VersionStandsRejected;
import dev.interlock.approval.domain.VersionApprovalTerms;
import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.domain.VersionSnapshot;
import dev.interlock.approval.events.VersionApprovalRevoked;
import dev.interlock.approval.events.VersionApproved;
import dev.interlock.approval.events.VersionRejectionRevoked;
import dev.interlock.approval.events.VersionSignOffEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApproveVersionDecisionTest {

    private static final Approver SAM = human("usr_sam", "security");

    @Test
    void storesTheRoleAndTheArtifactThoughNoneWasNamed() {
        assertThat(decide(VersionSignOffs.NONE, terms(null, null), SAM, built(null)))
                .isEqualTo(Decision.accepted(approved("vap_new", "usr_sam", null)));
    }

    @Test
    void theSameInTheSameWordsIsSaidAnewWithATimeOfItsOwnAMinuteLater() {
        var before = history(approved("vap_1", "usr_sam", null));
        var again = command(terms(null, null), SAM, built(null));
        var late = NOW.plusSeconds(60);
        assertThat(ApproveVersionDecision.decide(before, again, SAM, SECURITY, late.minusNanos(1)))
                .isInstanceOf(Redundant.class);
        var event =
                (VersionApproved)
                        ApproveVersionDecision.decide(before, again, SAM, SECURITY, late)
                                .eventsOrRefuse()
                                .getFirst();
        assertThat(event.at()).isEqualTo(late);
    }

    @Test
    void theSameInTheSameWordsIsRedundantUntilItNoLongerStands() {
        var until = NOW.plusSeconds(60);
        var before = history(approved("vap_1", "usr_sam", until));
        var again = terms(null, until);

        assertThat(decide(before, again, SAM, built(null))).isInstanceOf(Redundant.class);
        assertThat(decide(before, terms(null, null), SAM, built(null)))
                .isInstanceOf(Accepted.class);
        assertThat(decide(before, again, human("usr_sue", "security"), built(null)))
                .isInstanceOf(Accepted.class);
        var revoked = before.evolve(new VersionApprovalRevoked("vap_1", "api", "2", "oops"));
        assertThat(decide(revoked, again, SAM, built(null))).isInstanceOf(Accepted.class);
        assertThat(before.approval("vap_1").orElseThrow().standsAt(until)).isFalse();
        assertThat(before.approval("vap_1").orElseThrow().standsAt(until.minusNanos(1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "system"})
    void onlyPeopleAndPipelinesSignOff(String actorKind) {
        assertRefused(
                decide(
                        VersionSignOffs.NONE,
                        terms(null, null),
                        new Approver("usr_sam", actorKind, List.of("security")),
                        built(null)),
                AgentMayNotApprove.class);
    }

    @Test
    void anAgentsKeyIsNoMachine() {
        assertRefused(
                ApproveVersionDecision.decide(
                        VersionSignOffs.NONE,
                        new ApproveVersion(
                                "vap_new", "tok_1", null, "agent", terms(null, null), built(null)),
                        new Approver(null, "agent", List.of()),
                        SECURITY,
                        NOW),
                AgentMayNotApprove.class);
    }

    @Test
    void aPipelineIsRecordedAsAMachineWithoutARole() {
        var decided =
                ApproveVersionDecision.decide(
                        VersionSignOffs.NONE,
                        new ApproveVersion(
                                "vap_new", "tok_1", null, "ci", terms(null, null), built(null)),
                        new Approver(null, "ci", List.of()),
                        SECURITY,
                        NOW);

        var event = (VersionApproved) decided.eventsOrRefuse().getFirst();
        assertThat(event.machine()).isTrue();
        assertThat(event.by()).isEqualTo("tok_1");
        assertThat(event.role()).isNull();
    }

    @Test
    void needsARoleOfTheTypeOrOneThatMayFillAny() {
        var terms = terms(null, null);
        assertRefused(
                decide(VersionSignOffs.NONE, terms, human("usr_q", "qa"), built(null)),
                TypeNotYours.class);
        assertThat(decide(VersionSignOffs.NONE, terms, human("usr_r", "admin"), built(null)))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void theBuilderDoesNotSignOffForProductionNorForAny() {
        var bob = human("usr_bob", "security");
        var terms = terms(null, null);
        assertRefused(
                decide(VersionSignOffs.NONE, terms, bob, built(null)), BuilderMayNotSignOff.class);
        assertRefused(
                decide(VersionSignOffs.NONE, terms, bob, built("production")),
                BuilderMayNotSignOff.class);
        assertThat(decide(VersionSignOffs.NONE, terms, bob, built("staging")))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void anotherDigestThanTheBoundOneIsRefused() {
        assertRefused(
                decide(VersionSignOffs.NONE, terms("sha256:2", null), SAM, built(null)),
                DigestMismatch.class);
        var unbound = new VersionSnapshot(built(null).name(), true, null, Set.of(), null);
        assertRefused(
                decide(VersionSignOffs.NONE, terms("sha256:1", null), SAM, unbound),
                DigestMismatch.class);
    }

    @Test
    void aRejectedVersionIsNotSignedOffUntilTheRejectionIsRevoked() {
        var state = history(rejected("vrj_1", "usr_sue"));
        assertThat(decide(state, terms(null, null), SAM, built(null)))
                .isEqualTo(new Refused<>(new VersionStandsRejected(built(null).name(), "vrj_1")));
        var revoked = state.evolve(new VersionRejectionRevoked("vrj_1", "api", "2", "fixed"));
        assertThat(decide(revoked, terms(null, null), SAM, built(null)))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void whatNobodyKnowsIsNotSignedOff() {
        var unknown = new VersionSnapshot(built(null).name(), false, null, Set.of(), null);
        assertRefused(
                decide(VersionSignOffs.NONE, terms(null, null), SAM, unknown), NoSuchVersion.class);
        assertRefused(
                ApproveVersionDecision.decide(
                        VersionSignOffs.NONE,
                        command(terms(null, null), SAM, built(null)),
                        SAM,
                        new ApprovalType.Undefined(),
                        NOW),
                NoSuchApprovalType.class);
    }

    private static void assertRefused(
            Decision<VersionSignOffEvent> decision, Class<? extends Refusal> why) {
        assertThat(decision).isInstanceOf(Refused.class);
        assertThat(((Refused<VersionSignOffEvent>) decision).refusal()).isInstanceOf(why);
    }

    private static Decision<VersionSignOffEvent> decide(
            VersionSignOffs state,
            VersionApprovalTerms terms,
            Approver approver,
            VersionSnapshot version) {
        return ApproveVersionDecision.decide(
                state, command(terms, approver, version), approver, SECURITY, NOW);
    }

    private static ApproveVersion command(
            VersionApprovalTerms terms, Approver approver, VersionSnapshot version) {
        return new ApproveVersion(
                "vap_new",
                String.valueOf(approver.person()),
                approver.person(),
                approver.actorKind(),
                terms,
                version);
    }

    private static VersionApprovalTerms terms(
            @Nullable String digest, @Nullable Instant validUntil) {
        return new VersionApprovalTerms("security", null, digest, validUntil, "fine", List.of());
    }

    private static Approver human(String id, String... roles) {
        return new Approver(id, Approver.HUMAN, List.of(roles));
    }
}
