package dev.interlock.rules.projection;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * An immutable map that shares what it can with the one it was made from, in as little memory as
 * goes: a hash trie whose nodes keep keys and values side by side in one array (a CHAMP,
 * Steindorfer and Vinju, 2015). An entry takes some 20 bytes beside its key and value; in {@code
 * HashTreePMap} it takes 88, and the world has a million.
 *
 * <p>The same entries make the same trie, in whatever order they came and whatever was taken out in
 * between; no null is a key or a value.
 */
@SuppressWarnings("deprecation") // what changes a map in place is inherited, and refuses
final class TrieMap<K, V> extends AbstractMap<K, V> implements PMap<K, V> {

    private static final TrieMap<?, ?> EMPTY = new TrieMap<>(new Node(0, 0), 0);

    private final Node root;
    private final int size;

    private TrieMap(Node root, int size) {
        this.root = root;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // an empty one holds no key and no value of a wrong type
    static <K, V> TrieMap<K, V> empty() {
        return (TrieMap<K, V>) EMPTY;
    }

    @Override
    @SuppressWarnings("unchecked") // beside a K there is only ever a V
    public @Nullable V get(Object key) {
        return (V) root.get(key, spread(key), 0);
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public TrieMap<K, V> plus(K key, V value) {
        var before = get(requireNonNull(key));
        return before == value
                ? this
                : new TrieMap<>(
                        root.plus(key, requireNonNull(value), spread(key), 0),
                        before == null ? size + 1 : size);
    }

    @Override
    public TrieMap<K, V> plusAll(Map<? extends K, ? extends V> entries) {
        var all = this;
        for (var entry : entries.entrySet()) {
            all = all.plus(entry.getKey(), entry.getValue());
        }
        return all;
    }

    @Override
    public TrieMap<K, V> minus(Object key) {
        return containsKey(key) ? new TrieMap<>(root.minus(key, spread(key), 0), size - 1) : this;
    }

    @Override
    public TrieMap<K, V> minusAll(Collection<?> keys) {
        var left = this;
        for (var key : keys) {
            left = left.minus(key);
        }
        return left;
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Walk<>(root);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** Names that differ at their ends only shall differ in every part of the hash. */
    private static int spread(Object key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }

    /**
     * Of 32 places, each chosen by five bits of the hash, only the taken ones are in the array:
     * first keys each with its value, then nodes for places that several keys share. When no bit of
     * the hash is left, it holds keys and values only, searched one by one.
     */
    private static final class Node {

        private static final int BITS = 5;

        /** A bit for each place that holds a key and its value. */
        private final int keys;

        /** A bit for each place that holds a node. */
        private final int nodes;

        private final Object[] slots;

        private Node(int keys, int nodes, Object... slots) {
            this.keys = keys;
            this.nodes = nodes;
            this.slots = slots;
        }

        private @Nullable Object get(Object key, int hash, int shift) {
            var node = this;
            for (int s = shift; s < Integer.SIZE; s += BITS) {
                int bit = bit(hash, s);
                if ((node.keys & bit) != 0) {
                    int at = node.keyAt(bit);
                    return node.slots[at].equals(key) ? node.slots[at + 1] : null;
                }
                if ((node.nodes & bit) == 0) {
                    return null;
                }
                node = node.child(bit);
            }
            int at = node.search(key);
            return at < 0 ? null : node.slots[at + 1];
        }

        private Node plus(Object key, Object value, int hash, int shift) {
            if (shift >= Integer.SIZE) {
                int at = search(key);
                return at < 0
                        ? new Node(0, 0, inserted(slots, slots.length, key, value))
                        : new Node(0, 0, replaced(at + 1, value));
            }
            int bit = bit(hash, shift);
            if ((nodes & bit) != 0) {
                return new Node(
                        keys,
                        nodes,
                        replaced(nodeAt(bit), child(bit).plus(key, value, hash, shift + BITS)));
            }
            int at = keyAt(bit);
            if ((keys & bit) == 0) {
                return new Node(keys | bit, nodes, inserted(slots, at, key, value));
            }
            if (slots[at].equals(key)) {
                return new Node(keys, nodes, replaced(at + 1, value));
            }
            var below =
                    new Node(0, 0)
                            .plus(slots[at], slots[at + 1], spread(slots[at]), shift + BITS)
                            .plus(key, value, hash, shift + BITS);
            var rest = removed(slots, at, 2);
            return new Node(keys ^ bit, nodes | bit, inserted(rest, nodeAt(bit) - 2, below));
        }

        /** The key is there. */
        private Node minus(Object key, int hash, int shift) {
            if (shift >= Integer.SIZE) {
                return new Node(0, 0, removed(slots, search(key), 2));
            }
            int bit = bit(hash, shift);
            if ((keys & bit) != 0) {
                return new Node(keys ^ bit, nodes, removed(slots, keyAt(bit), 2));
            }
            var below = child(bit).minus(key, hash, shift + BITS);
            int at = nodeAt(bit);
            if (below.nodes != 0 || below.slots.length != 2) {
                return new Node(keys, nodes, replaced(at, below));
            }
            // a last key needs no node of its own: the trie is as if the other had never come
            var rest = removed(slots, at, 1);
            return new Node(
                    keys | bit,
                    nodes ^ bit,
                    inserted(rest, keyAt(bit), below.slots[0], below.slots[1]));
        }

        private static int bit(int hash, int shift) {
            return 1 << (hash >>> shift);
        }

        private int keyAt(int bit) {
            return 2 * Integer.bitCount(keys & (bit - 1));
        }

        private int nodeAt(int bit) {
            return 2 * Integer.bitCount(keys) + Integer.bitCount(nodes & (bit - 1));
        }

        private Node child(int bit) {
            return (Node) slots[nodeAt(bit)];
        }

        private int search(Object key) {
            for (int at = 0; at < slots.length; at += 2) {
                if (slots[at].equals(key)) {
                    return at;
                }
            }
            return -1;
        }

        private Object[] replaced(int at, Object slot) {
            var next = slots.clone();
            next[at] = slot;
            return next;
        }

        private static Object[] inserted(Object[] slots, int at, Object... more) {
            var next = new Object[slots.length + more.length];
            System.arraycopy(slots, 0, next, 0, at);
            System.arraycopy(more, 0, next, at, more.length);
            System.arraycopy(slots, at, next, at + more.length, slots.length - at);
            return next;
        }

        private static Object[] removed(Object[] slots, int at, int count) {
            var next = new Object[slots.length - count];
            System.arraycopy(slots, 0, next, 0, at);
            System.arraycopy(slots, at + count, next, at, next.length - at);
            return next;
        }
    }

    /** Where it is on the way down to each node, in turn. */
    private static final class Walk<K, V> implements Iterator<Entry<K, V>> {

        /** One level for each five bits of a hash, and one for keys with all of them the same. */
        private static final int DEEPEST = 1 + Math.ceilDiv(Integer.SIZE, Node.BITS);

        private final Node[] path = new Node[DEEPEST];
        private final int[] next = new int[DEEPEST];
        private int depth;

        private Walk(Node root) {
            path[0] = root;
            descend();
        }

        @Override
        public boolean hasNext() {
            return depth >= 0;
        }

        @Override
        @SuppressWarnings("unchecked") // what was put in as K and V
        public Entry<K, V> next() {
            if (depth < 0) {
                throw new NoSuchElementException();
            }
            var slots = path[depth].slots;
            int at = next[depth];
            next[depth] = at + 2;
            descend();
            return new SimpleImmutableEntry<>((K) slots[at], (V) slots[at + 1]);
        }

        /** To the next key, or to a depth below zero. */
        private void descend() {
            while (depth >= 0) {
                var slots = path[depth].slots;
                int at = next[depth];
                if (at == slots.length) {
                    depth--;
                } else if (slots[at] instanceof Node below) {
                    next[depth]++;
                    depth++;
                    path[depth] = below;
                    next[depth] = 0;
                } else {
                    return;
                }
            }
        }
    }
}
