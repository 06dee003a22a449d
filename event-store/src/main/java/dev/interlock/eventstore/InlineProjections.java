package dev.interlock.eventstore;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** All inline projections of a service. */
public final class InlineProjections {

    private static final int PAGE = 1_000;

    private final List<InlineProjection> projections;
    private final EventReader reader;
    private final JdbcClient jdbc;
    private final TransactionTemplate unbounded;

    InlineProjections(
            List<InlineProjection> projections,
            EventReader reader,
            JdbcClient jdbc,
            TransactionTemplate unbounded) {
        this.projections = List.copyOf(projections);
        this.reader = reader;
        this.jdbc = jdbc;
        this.unbounded = unbounded;
    }

    void apply(Occurrence occurrence, Object event) {
        for (InlineProjection projection : projections) {
            projection.apply(occurrence, event);
        }
    }

    /**
     * Clears every projection and replays all events into it, in one transaction: readers see the
     * old rows until the new ones are complete. Appends wait meanwhile.
     *
     * @return the position the projections are rebuilt to
     */
    public long rebuild() {
        Long position =
                unbounded.execute(
                        status -> {
                            jdbc.sql("SELECT lock_appends()").query().singleValue();
                            projections.forEach(InlineProjection::clear);
                            return replay();
                        });
        return position == null ? 0 : position;
    }

    private long replay() {
        long position = 0;
        while (true) {
            List<StoredEvent> page = reader.after(position, PAGE);
            if (page.isEmpty()) {
                return position;
            }
            for (StoredEvent event : page) {
                apply(event.occurrence(), reader.decode(event));
                position = event.position();
            }
        }
    }
}
