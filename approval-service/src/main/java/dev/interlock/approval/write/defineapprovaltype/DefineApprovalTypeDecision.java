package dev.interlock.approval.write.defineapprovaltype;

import dev.interlock.approval.domain.ApprovalType;
import dev.interlock.approval.domain.ApprovalType.Defined;
import dev.interlock.approval.domain.ApprovalType.Undefined;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.events.ApprovalTypeDefined;
import dev.interlock.approval.events.ApprovalTypeEvent;

final class DefineApprovalTypeDecision {

    private DefineApprovalTypeDecision() {}

    static Decision<ApprovalTypeEvent> decide(ApprovalType type, DefineApprovalType command) {
        return switch (type) {
            case Undefined _ ->
                    Decision.accepted(
                            new ApprovalTypeDefined(
                                    command.type(), command.name(), command.roles()));
            case Defined _ -> new Redundant<>("defined already");
        };
    }
}
