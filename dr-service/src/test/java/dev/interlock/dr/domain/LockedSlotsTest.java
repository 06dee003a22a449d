package dev.interlock.dr.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Slot;
import dev.interlock.dr.events.Contents.Terms;
import dev.interlock.dr.events.Outline;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LockedSlotsTest {

    private static final Slot LOCKED = slot("security", "production", 2, true);
    private static final Slot FREE = slot("qa", null, 1, false);
    private static final Outline TEMPLATE =
            new Outline(
                    "Weekly",
                    null,
                    List.of("production"),
                    List.of(LOCKED, FREE),
                    List.of(),
                    null,
                    null,
                    Map.of());

    @Test
    void aLockedSlotStaysAsItIs() {
        assertThat(violations("production", LOCKED)).isEmpty();
        assertThat(violations("production", LOCKED, slot("qa", null, 5, false))).isEmpty();
        assertThat(violations("production", FREE)).containsOnlyKeys("security");
        assertThat(violations("production", slot("security", "production", 1, true)))
                .containsOnlyKeys("security");
        assertThat(violations("production", slot("security", null, 2, true)))
                .containsOnlyKeys("security");
    }

    @Test
    void itIsOfNoConcernWhereTheRequestDoesNotGo() {
        assertThat(violations("staging", FREE)).isEmpty();
    }

    @Test
    void nothingButTheTemplateLocks() {
        assertThat(violations("production", LOCKED, slot("dba", null, 1, true)))
                .containsOnlyKeys("dba");
        assertThat(LockedSlots.violations(Outline.NONE, contents("production", LOCKED)))
                .containsOnlyKeys("security");
        assertThat(LockedSlots.violations(Outline.NONE, contents("production", FREE))).isEmpty();
    }

    @Test
    void whoRepeatsALockedSlotNeedNotSayThatItIsLocked() {
        var repeated = contents("production", slot("security", "production", 2, false), FREE);

        assertThat(LockedSlots.marked(TEMPLATE, repeated).slots()).containsExactly(LOCKED, FREE);
        assertThat(LockedSlots.marked(Outline.NONE, repeated)).isEqualTo(repeated);
    }

    private static Map<String, String> violations(String target, Slot... slots) {
        return LockedSlots.violations(TEMPLATE, contents(target, slots));
    }

    private static Contents contents(String target, Slot... slots) {
        return new Contents(List.of(), List.of(target), Arrays.asList(slots));
    }

    private static Slot slot(String id, @Nullable String environment, int min, boolean locked) {
        var terms = new Terms(1, List.of(), false, null, locked);
        return new Slot(id, "qa", List.of(), min, environment, false, true, terms);
    }
}
