package dev.interlock.rules.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrieMapTest {

    /** Many of one hash, and many whose hashes differ in few bits only. */
    private record Key(int number) {

        @Override
        public int hashCode() {
            return number % 3 == 0 ? 7 : number / 4 << (number % 5 * 6);
        }
    }

    @Test
    void itHoldsWhatAHashMapHoldsWhateverIsPutInAndTakenOut() {
        var random = new Random(1);
        Map<Key, Integer> expected = new HashMap<>();
        TrieMap<Key, Integer> map = TrieMap.empty();
        for (int step = 0; step < 20_000; step++) {
            var key = new Key(random.nextInt(400));
            if (random.nextInt(step / 2_000 % 2 == 0 ? 3 : 5) > 1) {
                expected.remove(key);
                map = map.minus(key);
            } else {
                expected.put(key, step);
                map = map.plus(key, step);
            }
            assertThat(map.get(key)).isEqualTo(expected.get(key));
            assertThat(map).hasSize(expected.size());
            if (step % 100 == 0) {
                assertThat(new HashMap<>(map)).as("step %d", step).isEqualTo(expected);
                for (int number = 0; number < 400; number++) {
                    assertThat(map.get(new Key(number))).isEqualTo(expected.get(new Key(number)));
                }
            }
        }
    }

    @Test
    void whatItWasMadeFromStaysAsItWas() {
        TrieMap<Key, Integer> map = TrieMap.empty();
        var all = new ArrayList<TrieMap<Key, Integer>>(List.of(map));
        for (int number = 0; number < 200; number++) {
            map = map.plus(new Key(number), number);
            all.add(map);
        }
        var emptied = map;
        for (int number = 0; number < 200; number++) {
            emptied = emptied.minus(new Key(number)).plus(new Key(199), -1);
        }
        assertThat(emptied).containsExactlyEntriesOf(Map.of(new Key(199), -1));
        for (int size = 0; size < all.size(); size++) {
            assertThat(all.get(size)).hasSize(size);
            for (int number = 0; number < 200; number++) {
                assertThat(all.get(size).get(new Key(number)))
                        .isEqualTo(number < size ? number : null);
            }
        }
    }

    @Test
    void theSameEntriesComeInTheSameOrderHoweverTheyGotThere() {
        TrieMap<String, Integer> upwards = TrieMap.empty();
        TrieMap<String, Integer> downwards = TrieMap.empty();
        for (int i = 0; i < 5_000; i++) {
            upwards = upwards.plus("name-" + i, i);
        }
        for (int i = 9_999; i >= 0; i--) {
            downwards = downwards.plus("name-" + i, i);
        }
        for (int i = 5_000; i < 10_000; i++) {
            downwards = downwards.minus("name-" + i);
        }
        assertThat(List.copyOf(downwards.keySet())).isEqualTo(List.copyOf(upwards.keySet()));
    }

    @Test
    void whatChangesNothingGivesTheSameMap() {
        TrieMap<String, Integer> map = TrieMap.<String, Integer>empty().plus("a", 1);
        assertThat(map.plus("a", 1)).isSameAs(map);
        assertThat(map.minus("b")).isSameAs(map);
    }
}
