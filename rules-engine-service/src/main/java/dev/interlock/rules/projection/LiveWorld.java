package dev.interlock.rules.projection;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The newest state of the world. Readers take it without waiting; writers take turns. */
@Component
public final class LiveWorld {

    private final ReentrantLock writing = new ReentrantLock();
    private WorldWriter writer = new WorldWriter();
    private volatile World world = writer.snapshot();

    public World world() {
        return world;
    }

    /** What {@code change} did is visible when this returns. */
    public void change(Consumer<WorldWriter> change) {
        writing.lock();
        try {
            change.accept(writer);
            world = writer.snapshot();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Begins with what was known before, in place of nothing.
     *
     * @throws IllegalStateException if something was heard already
     */
    public void begin(WorldWriter stored) {
        writing.lock();
        try {
            if (!world.positions().isEmpty()) {
                throw new IllegalStateException(
                        "positions: %s (expected: none yet)".formatted(world.positions()));
            }
            writer = stored;
            world = stored.snapshot();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Puts a world made beside the live one in its place.
     *
     * @param successor gets the live world, which stands still meanwhile; its writer must be at the
     *     same positions
     * @return the world as it was
     */
    public World replace(Function<World, WorldWriter> successor) {
        writing.lock();
        try {
            var before = world;
            var next = successor.apply(before);
            if (!next.snapshot().positions().equals(before.positions())) {
                throw new IllegalStateException(
                        "positions: %s (expected: %s)"
                                .formatted(next.snapshot().positions(), before.positions()));
            }
            writer = next;
            world = next.snapshot();
            return before;
        } finally {
            writing.unlock();
        }
    }
}
