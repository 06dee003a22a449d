package dev.interlock.eventstore;

import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the followers of a service's automations; declare each as a bean and it runs. */
public final class EventFollowers {

    private final EventReader reader;
    private final EventCatalogue catalogue;
    private final CommitSignal signal;
    private final FollowerPositions positions;
    private final DataSource database;

    EventFollowers(
            EventReader reader,
            EventCatalogue catalogue,
            CommitSignal signal,
            JdbcClient jdbc,
            DataSource database) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.signal = signal;
        this.positions = new FollowerPositions(jdbc);
        this.database = database;
    }

    /**
     * @param name stored with the position; never renamed
     * @param handler called for each event in order, at least once; an exception means: try again
     */
    public EventFollower follow(String name, BiConsumer<Occurrence, Object> handler) {
        return new EventFollower(
                name,
                reader,
                catalogue,
                signal,
                positions,
                new SingleRunner(database, reader.source() + "/" + name),
                handler);
    }
}
