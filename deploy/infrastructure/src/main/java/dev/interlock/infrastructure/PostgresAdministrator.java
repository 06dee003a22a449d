package dev.interlock.infrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * May create databases and roles on one PostgreSQL.
 *
 * @param server JDBC URL up to and with the slash before the database's name
 */
public record PostgresAdministrator(String server, String user, String password) {
    public String url(String database) {
        return server + database;
    }

    /** A new connection, for the caller to close. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), user, password);
    }

    @Override
    public String toString() {
        return server + " as " + user;
    }
}
