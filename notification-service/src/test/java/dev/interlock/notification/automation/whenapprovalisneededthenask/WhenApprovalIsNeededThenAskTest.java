package dev.interlock.notification.automation.whenapprovalisneededthenask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.notification.facts.KnownRequest;
import dev.interlock.notification.facts.KnownRequest.Slot;
import dev.interlock.notification.write.queuenotification.QueueNotification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhenApprovalIsNeededThenAskTest {

    private static final Map<String, Set<String>> TYPES =
            Map.of("qa", Set.of("qa"), "performance", Set.of("sre", "qa"));

    @Test
    void onlyTheAuthorIsLeftOut() {
        var asked =
                ask(
                        request("e1", slot("qa", "qa", List.of())),
                        Map.of("ann", Set.of("qa"), "author", Set.of("qa")));
        assertThat(asked).extracting(QueueNotification::person).containsExactly("ann");
        assertThat(asked).extracting(QueueNotification::because).containsExactly("e1");
    }

    @Test
    void aSlotsOwnRolesReplaceThoseOfItsType() {
        var roles = Map.of("ann", Set.of("qa"), "sue", Set.of("security"));
        assertThat(ask(request("e1", slot("s", "qa", List.of("security"))), roles))
                .extracting(QueueNotification::person)
                .containsExactly("sue");
    }

    @Test
    void releaseManagersAndAdminsMayFillAny() {
        var roles = Map.of("rita", Set.of("release_manager"), "root", Set.of("admin"));
        assertThat(ask(request("e1", slot("s", "security", List.of("security"))), roles))
                .extracting(QueueNotification::person)
                .containsExactlyInAnyOrder("rita", "root");
    }

    @Test
    void onePersonIsAskedOnceForSeveralSlots() {
        var request =
                request(
                        "e1",
                        slot("first", "qa", List.of()),
                        slot("second", "performance", List.of()));
        assertThat(ask(request, Map.of("ann", Set.of("qa"))))
                .extracting(QueueNotification::text)
                .containsExactly(
                        "Your approval is asked for: revision 1, one of the slots first, second");
    }

    @Test
    void nobodyIsAskedForWhatIsNotOpen() {
        var request = request(null, slot("qa", "qa", List.of()));
        assertThat(ask(request, Map.of("ann", Set.of("qa")))).isEmpty();
    }

    @Test
    void aLaterStageIsNotAskedBeforeItIsOpened() {
        var first = slot("qa", "qa", List.of());
        var later = staged("sec", "security", 2, null);
        var elsewhere = new Slot("us", "qa", List.of("us"), 1, "us", null, null);
        var roles = Map.of("ann", Set.of("qa"), "sue", Set.of("security"), "uma", Set.of("us"));
        assertThat(ask(request("e1", first, later, elsewhere), roles))
                .extracting(QueueNotification::person)
                .containsExactlyInAnyOrder("ann", "uma");

        var opened =
                request("e1", first, later, elsewhere)
                        .askingFor(Set.of("sec"), "e2", "approval_requested");
        assertThat(ask(opened, roles))
                .extracting(QueueNotification::person, QueueNotification::because)
                .containsExactly(tuple("sue", "e2"));
    }

    @Test
    void aStageWaitsForRequiredSlotsOfItsOwnEnvironmentOnly() {
        var eu = new Slot("eu", "qa", List.of("eu"), 1, "eu", null, null);
        var optional = new Slot("opt", "qa", List.of("opt"), 1, "us", true, null);
        var us = staged("sec", "security", 2, "us");
        assertThat(ask(request("e1", eu, optional, us), Map.of("sue", Set.of("security"))))
                .hasSize(1);
    }

    /** News of an approval may come after news of the change that made it stale. */
    @Test
    void anApprovalOfOlderContentsOpensNothing() {
        var later = staged("sec", "security", 2, null);
        var request = request("e1", slot("qa", "qa", List.of()).countingFrom(3), later);
        assertThat(request.openedBy(2, Set.of("sec"))).isEmpty();
        assertThat(request.openedBy(3, Set.of("sec", "gone"))).containsExactly("sec");
    }

    @Test
    void whoIsAskedAgainIsToldWhatChanged() {
        var again =
                WhenApprovalIsNeededThenAsk.react(
                        request("e1", slot("qa", "qa", List.of())),
                        List.of("api: 1 to 2", "environment eu was added"),
                        Map.of("ann", Set.of("qa")),
                        TYPES);
        assertThat(again)
                .extracting(QueueNotification::text)
                .containsExactly(
                        "Your approval is asked for: revision 1, slot qa. What changed: api: 1 to 2;"
                                + " environment eu was added");
    }

    private static Slot slot(String id, String type, List<String> roles) {
        return new Slot(id, type, roles, null, null, null, null);
    }

    private static Slot staged(String id, String type, int stage, @Nullable String environment) {
        return new Slot(id, type, List.of("security"), stage, environment, null, null);
    }

    private static KnownRequest request(@Nullable String askedBy, Slot... slots) {
        return new KnownRequest(
                "DR-1",
                "Release",
                "author",
                1,
                List.of(slots),
                Set.of(),
                askedBy,
                "approval_requested");
    }

    private static List<QueueNotification> ask(
            KnownRequest request, Map<String, Set<String>> roles) {
        return WhenApprovalIsNeededThenAsk.react(request, List.of(), roles, TYPES);
    }
}
