package dev.interlock.dr.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.events.Contents.Slot;
import dev.interlock.dr.events.Contents.Step;
import dev.interlock.dr.events.Origin;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlotRevisionsTest {

    private static final Item TO_BOTH = new Item("api", "1", List.of(), 1);
    private static final Item TO_STAGING = new Item("web", "1", List.of("staging"), 1);
    private static final Slot ANYWHERE = slot("any", null, 1);
    private static final Slot STAGING = slot("stg", "staging", 1);
    private static final Slot PRODUCTION = slot("prd", "production", 1);
    private static final Contents CONTENTS =
            contents(List.of(TO_BOTH, TO_STAGING), List.of(ANYWHERE, STAGING, PRODUCTION));
    private static final Map<String, Integer> BEFORE = Map.of("any", 1, "stg", 2, "prd", 3);

    @Test
    void usuallyEverySlotStartsAfresh() {
        var changed = contents(List.of(TO_BOTH), CONTENTS.slots());
        assertThat(SlotRevisions.after(CONTENTS, changed, BEFORE, 9, Origin.INVALIDATE_ALL))
                .isEqualTo(Map.of("any", 9, "stg", 9, "prd", 9));
        assertThat(SlotRevisions.after(CONTENTS, changed, BEFORE, 9, Origin.LOCK))
                .isEqualTo(Map.of("any", 9, "stg", 9, "prd", 9));
    }

    @Test
    void aChangeInOneEnvironmentLeavesTheSlotsOfTheOtherAlone() {
        var changed = contents(List.of(TO_BOTH, version(TO_STAGING, "2")), CONTENTS.slots());
        assertThat(affected(changed)).isEqualTo(Map.of("any", 9, "stg", 9, "prd", 3));
    }

    @Test
    void aChangeOfWhatGoesEverywhereConcernsAll() {
        var changed = contents(List.of(version(TO_BOTH, "2"), TO_STAGING), CONTENTS.slots());
        assertThat(affected(changed)).isEqualTo(Map.of("any", 9, "stg", 9, "prd", 9));
    }

    @Test
    void aSlotThatIsChangedOrNewStartsAfresh() {
        var changed =
                contents(
                        CONTENTS.items(),
                        List.of(ANYWHERE, slot("stg", "staging", 2), slot("new", "production", 1)));
        assertThat(affected(changed)).isEqualTo(Map.of("any", 9, "stg", 9, "new", 9));
    }

    @Test
    void aStepForAllEnvironmentsConcernsAllSlots() {
        var step = new Step("s", "pre", "Back up", "manual", true, null, null, null, null);
        assertThat(affected(with(step))).isEqualTo(Map.of("any", 9, "stg", 9, "prd", 9));
        var there = new Step("s", "pre", "Back up", "manual", true, null, "staging", null, null);
        assertThat(affected(with(there))).isEqualTo(Map.of("any", 9, "stg", 9, "prd", 3));
    }

    /** Taking a target away and adding it again must not revive what was given before. */
    @Test
    void anEnvironmentThatIsNoTargetAnyMoreIsChanged() {
        var changed = new Contents(CONTENTS.items(), List.of("staging"), CONTENTS.slots());
        assertThat(affected(changed)).containsEntry("prd", 9);
    }

    private static Map<String, Integer> affected(Contents changed) {
        return SlotRevisions.after(CONTENTS, changed, BEFORE, 9, Origin.INVALIDATE_AFFECTED);
    }

    private static Contents contents(List<Item> items, List<Slot> slots) {
        return new Contents(items, List.of("staging", "production"), slots);
    }

    private static Contents with(Step step) {
        return new Contents(
                CONTENTS.items(), CONTENTS.environments(), CONTENTS.slots(), List.of(step));
    }

    private static Item version(Item item, String version) {
        return new Item(item.product(), version, item.environments(), item.orderGroup());
    }

    private static Slot slot(String id, @Nullable String environment, int min) {
        return new Slot(id, "qa", List.of(), min, environment, false, true);
    }
}
