package dev.interlock.eventstream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The relay's notes, and its right to publish: one relay per source among all replicas of a
 * service, by a session advisory lock, which dies with its connection.
 */
final class RelayPositions {

    private final DataSource database;
    private final String source;

    RelayPositions(DataSource database, String source) {
        this.database = database;
        this.source = source;
    }

    /** Null when another replica publishes. */
    @Nullable Turn take() throws SQLException {
        Connection connection = database.getConnection();
        boolean taken = false;
        try {
            connection.setAutoCommit(true);
            taken = lock(connection, "select pg_try_advisory_lock(%s)");
        } finally {
            if (!taken) {
                connection.close();
            }
        }
        return taken ? new Turn(connection) : null;
    }

    private boolean lock(Connection connection, String call) throws SQLException {
        String key = "hashtextextended(current_schema() || '/relay/' || ?, 0)";
        try (PreparedStatement statement = connection.prepareStatement(call.formatted(key))) {
            statement.setString(1, source);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The right to publish, for as long as its connection lives. */
    final class Turn implements AutoCloseable {

        private final Connection connection;

        private Turn(Connection connection) {
            this.connection = connection;
        }

        /** Throws when the connection, and with it the right, is gone. */
        void check() throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("select 1")) {
                statement.setQueryTimeout(5);
                statement.execute();
            }
        }

        @Nullable RelayPosition load() throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement(
                            "select topic_id, position from relay_position where source = ?")) {
                statement.setString(1, source);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? new RelayPosition(row.getString(1), row.getLong(2)) : null;
                }
            }
        }

        void save(RelayPosition position) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement(
                            """
                            insert into relay_position (source, topic_id, position) values (?, ?, ?)
                            on conflict (source) do update
                            set topic_id = excluded.topic_id, position = excluded.position
                            """)) {
                statement.setString(1, source);
                statement.setString(2, position.topicId());
                statement.setLong(3, position.position());
                statement.executeUpdate();
            }
        }

        @Override
        public void close() throws SQLException {
            // a pooled connection outlives its lease, so its lock must be given back by hand
            try (connection) {
                lock(connection, "select pg_advisory_unlock(%s)");
            }
        }
    }
}
