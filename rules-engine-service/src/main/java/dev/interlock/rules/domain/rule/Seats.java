package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.VersionFacts.SignOff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who counts for what, where everybody counts once for a type, and perhaps once altogether: as many
 * as can be, by augmenting paths, so that no order in which sign-offs came leaves a seat empty.
 *
 * @param minimum seats of each type
 */
record Seats(List<String> types, int minimum, boolean oncePerPerson) {

    private record Seat(String type, int number) {}

    /** The sign-offs that count, by type, oldest first. */
    Map<String, List<SignOff>> fill(List<SignOff> signOffs) {
        var taken = new HashMap<Seat, SignOff>();
        var filled = new LinkedHashMap<String, List<SignOff>>();
        if (oncePerPerson) {
            var byPerson = new LinkedHashMap<String, List<SignOff>>();
            signOffs.forEach(s -> byPerson.computeIfAbsent(s.by(), _ -> new ArrayList<>()).add(s));
            byPerson.values().forEach(own -> seat(own, byPerson, taken, new HashSet<>()));
            for (var type : types) {
                for (int i = 0; i < minimum; i++) {
                    var signOff = taken.get(new Seat(type, i));
                    if (signOff != null) {
                        filled.computeIfAbsent(type, _ -> new ArrayList<>()).add(signOff);
                    }
                }
            }
            return filled;
        }
        for (var signOff : signOffs) {
            if (types.contains(signOff.type())) {
                var ofType = filled.computeIfAbsent(signOff.type(), _ -> new ArrayList<>());
                if (ofType.size() < minimum
                        && ofType.stream().noneMatch(s -> s.by().equals(signOff.by()))) {
                    ofType.add(signOff);
                }
            }
        }
        return filled;
    }

    private boolean seat(
            List<SignOff> own,
            Map<String, List<SignOff>> byPerson,
            Map<Seat, SignOff> taken,
            Set<Seat> tried) {
        for (var signOff : own) {
            for (int i = 0; types.contains(signOff.type()) && i < minimum; i++) {
                var seat = new Seat(signOff.type(), i);
                if (tried.add(seat)) {
                    @Nullable SignOff holder = taken.get(seat);
                    if (holder == null
                            || seat(
                                    byPerson.getOrDefault(holder.by(), List.of()),
                                    byPerson,
                                    taken,
                                    tried)) {
                        taken.put(seat, signOff);
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
