package dev.interlock.edge;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import java.util.List;
import java.util.Set;

/** What a service is when it calls another one for itself and not for a caller. */
public record ServiceIdentity(Identity identity) {

    /**
     * @param name for example {@code dr-service}
     */
    public static ServiceIdentity of(String name) {
        return new ServiceIdentity(
                new Identity(
                        "service:" + name,
                        "system",
                        "system",
                        null,
                        null,
                        name,
                        Set.of(),
                        Set.of(Permission.READ, Permission.AUDIT_READ, Permission.GATE_CHECK),
                        List.of(),
                        List.of()));
    }
}
