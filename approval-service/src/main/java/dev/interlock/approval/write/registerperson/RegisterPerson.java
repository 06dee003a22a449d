package dev.interlock.approval.write.registerperson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param email folded to lower case
 * @param roles held from the start
 */
public record RegisterPerson(
        String person, String name, @Nullable String email, List<String> roles) {}
