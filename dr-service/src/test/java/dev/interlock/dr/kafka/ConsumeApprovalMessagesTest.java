package dev.interlock.dr.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.approval.SlotApprovedV1;
import dev.interlock.contracts.approval.SlotRejectedV1;
import dev.interlock.dr.write.rejectrequest.RejectRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsumeApprovalMessagesTest {

    private static final EventEnvelope EVENT =
            new EventEnvelope(
                    Sources.APPROVAL,
                    1,
                    0,
                    "event-id",
                    "dr.slot_rejected",
                    1,
                    "DR-1",
                    Instant.EPOCH,
                    null,
                    null,
                    "user",
                    "usr_bob",
                    "human",
                    "api",
                    null,
                    null,
                    "0".repeat(64),
                    "{}");

    @Test
    void aVetoRejectsTheRequest() {
        assertThat(ConsumeApprovalMessages.command(EVENT, rejection(true)))
                .contains(new RejectRequest("DR-1", "qa", "event-id", 1));
    }

    @Test
    void nothingElseDoes() {
        assertThat(ConsumeApprovalMessages.command(EVENT, rejection(false))).isEmpty();
        var approved =
                new SlotApprovedV1(
                        "apr_1", "DR-1", "qa", 1, "h", "usr_bob", "qa", List.of("qa"), false, null);
        assertThat(ConsumeApprovalMessages.command(EVENT, approved)).isEmpty();
    }

    private static SlotRejectedV1 rejection(boolean veto) {
        return new SlotRejectedV1(
                "apr_1", "DR-1", "qa", 1, "h", "usr_bob", "qa", List.of("qa"), veto, "no");
    }
}
