package dev.interlock.eventstore;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each follower has come. */
final class FollowerPositions {

    private final JdbcClient jdbc;

    FollowerPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long of(String follower) {
        return jdbc.sql("SELECT position FROM follower_position WHERE name = ?")
                .param(follower)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void move(String follower, long position) {
        jdbc.sql(
                        """
                        INSERT INTO follower_position (name, position) VALUES (?, ?)
                        ON CONFLICT (name) DO UPDATE SET position = excluded.position
                        """)
                .params(follower, position)
                .update();
    }
}
