package dev.interlock.dr.watch;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks every second, in one thread. What fails is looked at again, so nothing has to be
 * remembered, and it is complained about once. Every replica looks, and who comes second finds
 * nothing to do.
 */
public abstract class Watch implements SmartLifecycle {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final String ALL = "";

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final Set<String> complained = new HashSet<>();
    private volatile @Nullable ScheduledExecutorService watch;

    /**
     * @param name of the thread
     */
    protected Watch(String name) {
        this.name = name;
    }

    /** At all there is; it may throw. */
    protected abstract void look();

    /**
     * At one of them: what fails keeps nobody from the others.
     *
     * @param what its id, for the log
     */
    protected final void lookAt(String what, Runnable one) {
        try {
            one.run();
            complained.remove(what);
        } catch (RuntimeException e) { // of one: the others are looked at all the same
            if (concernsAll(e)) {
                throw e;
            }
            complain(what, e);
        }
    }

    /** Would the others fail in the same way? Then they are not looked at in this round. */
    protected boolean concernsAll(RuntimeException failure) {
        return false;
    }

    private void lookAtAll() {
        try {
            look();
            complained.remove(ALL);
        } catch (RuntimeException e) { // also of a database that is gone for a moment
            complain(ALL, e);
        }
    }

    private void complain(String what, RuntimeException e) {
        if (complained.add(what)) {
            log.warn("{} could not look at {}, again in a second: {}", name, what, e.toString());
        }
    }

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
        watch = started;
        started.scheduleWithFixedDelay(
                this::lookAtAll, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        var running = watch;
        watch = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
