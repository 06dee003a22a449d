package dev.interlock.eventstore;

import dev.interlock.eventstore.Tally.Counted;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

final class TallyTotals implements InlineProjection {

    private final JdbcClient jdbc;

    TallyTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "tally-totals";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof Counted counted) {
            jdbc.sql(
                            """
                            INSERT INTO tally_total VALUES (?, ?, ?) ON CONFLICT (tally) DO UPDATE
                            SET total = tally_total.total + excluded.total,
                                position = excluded.position
                            """)
                    .params(occurrence.entityId(), counted.amount(), occurrence.position())
                    .update();
        }
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM tally_total").update();
    }

    List<String> rows() {
        return jdbc.sql(
                        "SELECT tally || '=' || total || '@' || position FROM tally_total"
                                + " ORDER BY tally")
                .query(String.class)
                .list();
    }
}
