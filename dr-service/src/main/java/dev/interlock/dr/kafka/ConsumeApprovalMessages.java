package dev.interlock.dr.kafka;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.approval.SlotRejectedV1;
import dev.interlock.dr.write.rejectrequest.RejectRequest;
import java.util.Optional;

/** What is to be done about a message of approval-service. */
final class ConsumeApprovalMessages {

    private ConsumeApprovalMessages() {}

    /** Empty for what does not concern this service. */
    static Optional<RejectRequest> command(EventEnvelope event, Message message) {
        return message instanceof SlotRejectedV1 rejected && rejected.veto()
                ? Optional.of(
                        new RejectRequest(
                                rejected.dr(), rejected.slot(), event.id(), rejected.revision()))
                : Optional.empty();
    }
}
