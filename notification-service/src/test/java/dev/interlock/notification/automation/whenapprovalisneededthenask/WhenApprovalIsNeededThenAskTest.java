package dev.interlock.notification.automation.whenapprovalisneededthenask;

import static org.assertj.core.api.Assertions.assertThat;

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
                        request("e1", new Slot("qa", "qa", List.of())),
                        Map.of("ann", Set.of("qa"), "author", Set.of("qa")));
        assertThat(asked).extracting(QueueNotification::person).containsExactly("ann");
        assertThat(asked).extracting(QueueNotification::because).containsExactly("e1");
    }

    @Test
    void aSlotsOwnRolesReplaceThoseOfItsType() {
        var roles = Map.of("ann", Set.of("qa"), "sue", Set.of("security"));
        assertThat(ask(request("e1", new Slot("s", "qa", List.of("security"))), roles))
                .extracting(QueueNotification::person)
                .containsExactly("sue");
    }

    @Test
    void releaseManagersAndAdminsMayFillAny() {
        var roles = Map.of("rita", Set.of("release_manager"), "root", Set.of("admin"));
        assertThat(ask(request("e1", new Slot("s", "security", List.of("security"))), roles))
                .extracting(QueueNotification::person)
                .containsExactlyInAnyOrder("rita", "root");
    }

    @Test
    void onePersonIsAskedOnceForSeveralSlots() {
        var request =
                request(
                        "e1",
                        new Slot("first", "qa", List.of()),
                        new Slot("second", "performance", List.of()));
        assertThat(ask(request, Map.of("ann", Set.of("qa"))))
                .extracting(QueueNotification::text)
                .containsExactly(
                        "Your approval is asked for: revision 1, one of the slots first, second");
    }

    @Test
    void nobodyIsAskedForWhatIsNotOpen() {
        var request = request(null, new Slot("qa", "qa", List.of()));
        assertThat(ask(request, Map.of("ann", Set.of("qa")))).isEmpty();
    }

    private static KnownRequest request(@Nullable String askedBy, Slot... slots) {
        return new KnownRequest(
                "DR-1", "Release", "author", 1, List.of(slots), askedBy, "approval_requested");
    }

    private static List<QueueNotification> ask(
            KnownRequest request, Map<String, Set<String>> roles) {
        return WhenApprovalIsNeededThenAsk.react(request, roles, TYPES);
    }
}
