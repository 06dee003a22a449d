package dev.interlock.rules.kafka;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.eventstream.Subscriber;
import dev.interlock.rules.projection.LiveWorld;
import org.jspecify.annotations.Nullable;

/** Keeps the live world up to date, from where the stored one ends. */
final class WorldSubscriber implements Subscriber {

    private final LiveWorld live;
    private final WarmStart stored;

    WorldSubscriber(LiveWorld live, WarmStart stored) {
        this.live = live;
        this.stored = stored;
    }

    @Override
    public long position(String source) {
        stored.begin();
        return live.world().position(source);
    }

    @Override
    public void handle(EventEnvelope event, @Nullable Message message) {
        live.change(
                world -> {
                    if (message != null) {
                        WorldMessages.apply(event, message, world);
                    } else {
                        WorldMessages.unknown(event, world);
                    }
                });
    }

    @Override
    public void park(EventEnvelope event, String reason) {
        live.change(world -> WorldMessages.parked(event, reason, world));
    }
}
