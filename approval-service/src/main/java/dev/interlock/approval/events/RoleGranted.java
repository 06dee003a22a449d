package dev.interlock.approval.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person holds the role from now on.
 *
 * @param grant names this grant among the person's; null = the role's name, for one that holds
 *     everywhere
 * @param products where it holds, by folded name; null = for all
 * @param environments where it holds, by folded name; null = in all
 */
public record RoleGranted(
        String person,
        String role,
        @Nullable String grant,
        @Nullable List<String> products,
        @Nullable List<String> environments)
        implements PersonEvent {

    /** Everywhere. */
    public RoleGranted(String person, String role) {
        this(person, role, null, null, null);
    }
}
