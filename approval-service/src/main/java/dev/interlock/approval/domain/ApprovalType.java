package dev.interlock.approval.domain;

import dev.interlock.approval.events.ApprovalTypeDefined;
import dev.interlock.approval.events.ApprovalTypeEvent;
import java.util.ArrayList;
import java.util.List;

/** What a kind of slot is called and who may fill it. */
public sealed interface ApprovalType {

    record Undefined() implements ApprovalType {}

    record Defined(String type, String name, List<String> roles) implements ApprovalType {}

    default ApprovalType evolve(ApprovalTypeEvent event) {
        return switch (event) {
            case ApprovalTypeDefined(var type, var name, var roles) ->
                    new Defined(type, name, roles);
        };
    }

    /**
     * Who may fill a slot of this type.
     *
     * @param ofSlot the slot's own roles; empty = those of the type
     * @return in the order in which a role is credited; never empty
     */
    default List<String> eligibleRoles(List<String> ofSlot) {
        var roles = new ArrayList<String>();
        if (!ofSlot.isEmpty()) {
            roles.addAll(ofSlot);
        } else if (this instanceof Defined defined) {
            roles.addAll(defined.roles());
        }
        Roles.FILL_ANY.stream().filter(role -> !roles.contains(role)).forEach(roles::add);
        return List.copyOf(roles);
    }
}
