package dev.interlock.approval.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.events.ApprovalServiceEvent;
import dev.interlock.approval.events.PersonRegistered;
import dev.interlock.approval.events.SlotApproved;
import dev.interlock.approval.events.TokenIssued;
import dev.interlock.contracts.MessageCatalogue;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.approval.SlotApprovedV1;
import dev.interlock.eventstream.MessageJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalMessagesTest {

    private final MessageJson json = new MessageJson();

    @Test
    void anApprovalIsToldWhole() {
        assertThat(
                        ApprovalMessages.message(
                                new SlotApproved(
                                        "apr_1",
                                        "DR-1",
                                        "qa",
                                        2,
                                        "aa",
                                        "usr_1",
                                        "qa",
                                        List.of("qa"),
                                        true,
                                        "fine")))
                .isEqualTo(
                        new SlotApprovedV1(
                                "apr_1",
                                "DR-1",
                                "qa",
                                2,
                                "aa",
                                "usr_1",
                                "qa",
                                List.of("qa"),
                                true,
                                "fine"));
    }

    @Test
    void namesAddressesAndHashesStayHere() {
        assertThat(told(new PersonRegistered("usr_1", "Ann Example", "ann@example.com")))
                .isEqualTo("{\"person\":\"usr_1\"}");
        assertThat(
                        told(
                                new TokenIssued(
                                        "tok_1",
                                        "personal",
                                        "Ann's laptop",
                                        "usr_1",
                                        "human",
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        null,
                                        null,
                                        "c0ffee")))
                .doesNotContain("c0ffee", "laptop");
    }

    @Test
    void everyMessageOfThisSourceHasAnEventThatSaysIt() {
        long events =
                List.of(ApprovalServiceEvent.class.getPermittedSubclasses()).stream()
                        .mapToLong(branch -> branch.getPermittedSubclasses().length)
                        .sum();

        assertThat(MessageCatalogue.entries())
                .filteredOn(entry -> entry.source().equals(Sources.APPROVAL))
                .hasSize((int) events);
    }

    private String told(ApprovalServiceEvent event) {
        return json.write(ApprovalMessages.message(event));
    }
}
