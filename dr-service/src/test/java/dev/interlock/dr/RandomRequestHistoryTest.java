package dev.interlock.dr;

import static dev.interlock.dr.Requests.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.domain.ContentHash;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Accepted;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Known;
import dev.interlock.dr.domain.DeploymentRequest.Unknown;
import dev.interlock.dr.domain.RequestDetails;
import dev.interlock.dr.events.ApprovalsMadeStale;
import dev.interlock.dr.events.Origin;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.RequestExpired;
import dev.interlock.dr.events.RequestRejected;
import dev.interlock.dr.events.RequestRevised;
import dev.interlock.dr.events.RequestSuperseded;
import dev.interlock.dr.write.rejectrequest.RejectRequest;
import dev.interlock.edge.EdgeJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random histories of commands on one deployment request, checked after each. To reproduce a
 * failure, keep the seed that the test's name shows; the failure itself shows the step and all that
 * happened.
 */
class RandomRequestHistoryTest {

    private static final JsonMapper JSON = EdgeJson.lenient();
    private static final int STEPS = 150;
    private static final List<String> POLICIES =
            List.of(Origin.INVALIDATE_ALL, Origin.INVALIDATE_AFFECTED, Origin.LOCK);

    /** From where to where one command may lead; what is not here never happens. */
    private static final Set<String> LEGAL =
            Set.of(
                    "unknown > draft",
                    "draft > draft",
                    "draft > in_progress",
                    "draft > cancelled",
                    "draft > rejected",
                    "in_progress > in_progress",
                    "in_progress > draft",
                    "in_progress > cancelled",
                    "in_progress > rejected",
                    "in_progress > completed",
                    "in_progress > expired",
                    "expired > expired",
                    "rejected > rejected",
                    "expired > rejected",
                    "expired > draft",
                    "rejected > draft");

    private final List<RequestEvent> stream = new ArrayList<>();
    private final List<SeenApproval> approvals = new ArrayList<>();
    private DeploymentRequest request = new Unknown();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 120);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsCommandedTheRequestStaysInOrder(long seed) throws Exception {
        var random = new Random(seed);
        var policy = POLICIES.get((int) (seed % POLICIES.size()));
        var requests = new RandomRequests(random, policy);
        for (int step = 0; step < STEPS; step++) {
            var command = requests.command(request);
            var before = request;
            var events =
                    switch (decide(before, command)) {
                        case Accepted<RequestEvent>(var accepted) -> accepted;
                        case Redundant<RequestEvent> _, Refused<RequestEvent> _ ->
                                List.<RequestEvent>of();
                    };
            stream.addAll(events);
            request = after(before, events.toArray(RequestEvent[]::new));
            try {
                if (!events.isEmpty()) {
                    checkChange(before, command, events);
                }
                checkApprovals(random);
            } catch (AssertionError e) {
                throw new AssertionError(
                        "seed %d, step %d, %s%non %s%nafter %s"
                                .formatted(seed, step, command, before, stream),
                        e);
            }
        }
        assertThat(stream).isNotEmpty();
        assertThat(replayed(stream)).isEqualTo(request);
        assertThat(replayed(stream.stream().map(RandomRequestHistoryTest::storedAndRead).toList()))
                .isEqualTo(request);
    }

    private void checkChange(DeploymentRequest before, Record command, List<RequestEvent> events) {
        assertThat(LEGAL).contains(name(before) + " > " + name(request));
        assertThat(events).allMatch(event -> event.dr().equals(RandomRequests.ID));
        assertThat(command.toString()).doesNotContain(Requests.STRANGER.toString());
        var now = ((Known) request).details();
        checkRevisions(now);
        now.stepsDone()
                .byStep()
                .keySet()
                .forEach(step -> assertThat(now.contents().step(step)).as(step).isPresent());
        assertThat(now.supersededBy()).doesNotHaveDuplicates();
        if (name(before).equals(name(request))
                && Set.of("expired", "rejected").contains(name(before))) {
            assertThat(events).singleElement().isInstanceOf(RequestSuperseded.class);
        }
        if (events.getFirst() instanceof RequestExpired expired) {
            assertThat(expired.revision()).isEqualTo(now.revision());
            assertThat(now.notes().requestExpiresAt()).isEqualTo(RandomRequests.TO_ANSWER);
        }
        if (request instanceof DeploymentRequest.InProgress) {
            assertThat(now.contents().items()).isNotEmpty();
            assertThat(now.contents().environments()).isNotEmpty();
        }
        if (before instanceof Known known) {
            var old = known.details();
            boolean revised = events.stream().anyMatch(RequestRevised.class::isInstance);
            boolean edited = events.stream().anyMatch(RequestEdited.class::isInstance);
            assertThat(now.revision()).isEqualTo(old.revision() + (revised || edited ? 1 : 0));
            assertThat(now.origin()).isEqualTo(old.origin());
            assertThat(now.author()).isEqualTo(old.author());
            checkEdit(known, now, events);
            now.revisions()
                    .slots()
                    .forEach(
                            (slot, from) ->
                                    assertThat(old.revisions().slots().getOrDefault(slot, from))
                                            .as("oldest revision that counts for %s", slot)
                                            .isLessThanOrEqualTo(from));
            approvals.forEach(approval -> approval.changed(now, revised));
            if (events.getFirst() instanceof RequestRejected
                    && command instanceof RejectRequest rejection) {
                assertThat(rejection.revision()).isGreaterThanOrEqualTo(old.revisedAt());
            }
        }
    }

    private static void checkEdit(Known before, RequestDetails now, List<RequestEvent> events) {
        boolean changed = !before.details().contentHash().equals(now.contentHash());
        boolean asked = before instanceof DeploymentRequest.InProgress;
        boolean touched = now.revisions().slots().containsValue(now.revision());
        assertThat(events.stream().anyMatch(ApprovalsMadeStale.class::isInstance))
                .isEqualTo(changed && asked && touched);
        if (changed) {
            assertThat(asked && now.origin().contentsPolicy().equals(Origin.LOCK)).isFalse();
            assertThat(now.contentRevision()).isEqualTo(now.revision());
        }
    }

    private static void checkRevisions(RequestDetails now) {
        assertThat(now.contentHash()).isEqualTo(ContentHash.of(now.contents()));
        assertThat(now.revisions().hashes().getLast().contentHash()).isEqualTo(now.contentHash());
        assertThat(now.contentRevision()).isBetween(1, now.revision());
        assertThat(now.revisions().slots().keySet())
                .isEqualTo(
                        now.contents().slots().stream()
                                .map(slot -> slot.id())
                                .collect(Collectors.toSet()));
        assertThat(now.revisions().slots().values())
                .allMatch(from -> from >= Math.max(1, now.revisedAt()))
                .allMatch(from -> from <= now.contentRevision());
    }

    /** Neither does a stale approval ever count, nor is one lost that nothing has touched. */
    private void checkApprovals(Random random) {
        if (!(request instanceof Known known)) {
            return;
        }
        var details = known.details();
        for (var approval : approvals) {
            assertThat(approval.counts(details.revisions()))
                    .as("%s", approval)
                    .isEqualTo(approval.untouched());
        }
        if (known instanceof DeploymentRequest.InProgress && random.nextInt(5) == 0) {
            details.contents()
                    .slots()
                    .forEach(slot -> approvals.add(new SeenApproval(slot.id(), details)));
        }
    }

    private static String name(DeploymentRequest request) {
        return request instanceof Known known ? known.name() : "unknown";
    }

    private static DeploymentRequest replayed(List<RequestEvent> events) {
        return after(new Unknown(), events.toArray(RequestEvent[]::new));
    }

    private static RequestEvent storedAndRead(RequestEvent event) {
        return JSON.readValue(JSON.writeValueAsString(event), event.getClass());
    }

    /** Each slice keeps its decision to itself; its name is that of the command. */
    @SuppressWarnings("unchecked")
    private static Decision<RequestEvent> decide(DeploymentRequest request, Record command)
            throws ReflectiveOperationException {
        var decide =
                Class.forName(command.getClass().getName() + "Decision")
                        .getDeclaredMethod("decide", DeploymentRequest.class, command.getClass());
        decide.setAccessible(true);
        return (Decision<RequestEvent>) decide.invoke(null, request, command);
    }
}
