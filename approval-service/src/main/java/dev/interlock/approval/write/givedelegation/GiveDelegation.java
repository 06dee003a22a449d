package dev.interlock.approval.write.givedelegation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param from who is stood for
 * @param startsAt null = now
 * @param environments folded; empty = all
 * @param products folded; empty = all
 * @param types of slots, folded; empty = all
 * @param by the person behind the call; null for a machine
 * @param behind every person who may be behind it
 */
record GiveDelegation(
        String delegation,
        String from,
        String to,
        @Nullable Instant startsAt,
        Instant endsAt,
        List<String> environments,
        List<String> products,
        List<String> types,
        String reason,
        @Nullable String by,
        Set<String> behind,
        String actorKind) {}
