package dev.interlock.standalone;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts a part again when it has died, each time a little later while it keeps dying. */
final class Supervisor {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STABLE_AFTER = Duration.ofSeconds(30);

    private final RunFiles runFiles;
    private final Console console;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Supervisor(RunFiles runFiles, Console console) {
        this.runFiles = runFiles;
        this.console = console;
    }

    void watch(Component component) {
        Thread.ofPlatform()
                .daemon()
                .name("watch-" + component.part().label())
                .start(() -> keepAlive(component));
    }

    /** From now on what ends stays down. */
    void stop() {
        stopping.countDown();
    }

    boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void keepAlive(Component component) {
        var label = component.part().label();
        var pause = FIRST_PAUSE;
        var startedAt = System.nanoTime();
        while (!stopsWithin(LOOK_EVERY)) {
            if (component.isAlive()) {
                continue;
            }
            if (System.nanoTime() - startedAt > STABLE_AFTER.toNanos()) {
                pause = FIRST_PAUSE;
            }
            runFiles.forget(component.part());
            console.line(
                    "  "
                            + label
                            + " has ended; starting it again in "
                            + Console.seconds(pause)
                            + " s");
            if (stopsWithin(pause) || heldUntilStop(component.part())) {
                return;
            }
            pause = longer(pause);
            startedAt = System.nanoTime();
            startAgain(component);
        }
    }

    private void startAgain(Component component) {
        var label = component.part().label();
        var begun = System.nanoTime();
        try {
            component.start();
            console.line(
                    "  "
                            + label
                            + " runs again after "
                            + Console.seconds(Duration.ofNanos(System.nanoTime() - begun))
                            + " s");
        } catch (RuntimeException e) {
            if (!isStopping()) {
                console.line("  " + label + " did not start again: " + e.getMessage());
            }
        }
    }

    private boolean heldUntilStop(Part part) {
        while (runFiles.isHeld(part)) {
            if (stopsWithin(LOOK_EVERY)) {
                return true;
            }
        }
        return false;
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private boolean stopsWithin(Duration limit) {
        try {
            return stopping.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
