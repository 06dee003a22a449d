package dev.interlock.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets one among all replicas run something: who holds the session's advisory lock. It keeps one
 * connection; when that breaks, the lock is free for another, so what runs must bear an overlap.
 * Used by one thread.
 */
final class SingleRunner implements AutoCloseable {

    private static final int ANSWER_LIMIT_SECONDS = 10;

    private final DataSource database;
    private final String name;
    private @Nullable Connection held;

    SingleRunner(DataSource database, String name) {
        this.database = database;
        this.name = name;
    }

    /** Whether this process is the one to run; if nobody is, it becomes the one. */
    boolean mayRun() throws SQLException {
        if (held != null) {
            return true;
        }
        Connection fresh = database.getConnection();
        if (locked(fresh)) {
            held = fresh;
            return true;
        }
        fresh.close();
        return false;
    }

    /** Whether it still is, by asking the database; to be asked before each piece of work. */
    boolean stillMay() throws SQLException {
        Connection mine = held;
        if (mine != null && mine.isValid(ANSWER_LIMIT_SECONDS)) {
            return true;
        }
        close();
        return false;
    }

    private boolean locked(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
            lock.setString(1, name);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        Connection mine = held;
        held = null;
        if (mine != null) {
            try (mine;
                    PreparedStatement unlock =
                            mine.prepareStatement("SELECT pg_advisory_unlock_all()")) {
                unlock.execute();
            }
        }
    }
}
