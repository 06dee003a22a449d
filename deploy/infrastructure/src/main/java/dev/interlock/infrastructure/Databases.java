package dev.interlock.infrastructure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * One database with a schema and a login role per service; no role sees another's schema. Running
 * it again changes nothing but passwords.
 */
public final class Databases {
    private Databases() {}

    /**
     * @param passwords by schema; the role of schema {@code dr} in database {@code interlock} is
     *     {@code interlock_dr}
     * @return the access by schema, in the same order
     */
    public static Map<String, DatabaseAccess> create(
            PostgresAdministrator server, String database, Map<String, String> passwords) {
        try {
            createDatabase(server, database);
            try (var connection = server.connect(database)) {
                return prepare(connection, server.url(database), passwords);
            }
        } catch (SQLException e) {
            throw new InfrastructureFailure(
                    "cannot set up database " + database + ": " + e.getMessage(), e);
        }
    }

    /**
     * The same within a database that exists.
     *
     * @param connection of a user who may create roles and schemas; closed by the caller
     * @param url of the database, for the roles
     */
    public static Map<String, DatabaseAccess> prepare(
            Connection connection, String url, Map<String, String> passwords) throws SQLException {
        var access = new LinkedHashMap<String, DatabaseAccess>();
        try (var statement = connection.createStatement()) {
            var database = connection.getCatalog();
            // Whoever makes a role may then make a schema for it; a superuser may anyway.
            statement.execute("SET createrole_self_grant = 'set, inherit'");
            for (var entry : passwords.entrySet()) {
                var schema = entry.getKey();
                var role = database + "_" + schema;
                createRole(connection, statement, role, entry.getValue());
                statement.execute(
                        "GRANT CONNECT ON DATABASE "
                                + quoted(statement, database)
                                + " TO "
                                + quoted(statement, role));
                statement.execute(
                        "CREATE SCHEMA IF NOT EXISTS "
                                + quoted(statement, schema)
                                + " AUTHORIZATION "
                                + quoted(statement, role));
                statement.execute(
                        "ALTER ROLE "
                                + quoted(statement, role)
                                + " IN DATABASE "
                                + quoted(statement, database)
                                + " SET search_path = "
                                + quoted(statement, schema));
                access.put(schema, new DatabaseAccess(url, role, entry.getValue(), schema));
            }
        }
        return access;
    }

    private static void createDatabase(PostgresAdministrator server, String database)
            throws SQLException {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            var exists =
                    "SELECT 1 FROM pg_database WHERE datname = "
                            + statement.enquoteLiteral(database);
            if (!yields(statement, exists)) {
                statement.execute("CREATE DATABASE " + quoted(statement, database));
                statement.execute(
                        "REVOKE ALL ON DATABASE " + quoted(statement, database) + " FROM PUBLIC");
            }
        }
    }

    /**
     * The password leaves this process only as its SCRAM verifier, so that no server can log it.
     */
    private static void createRole(
            Connection connection, Statement statement, String role, String password)
            throws SQLException {
        var exists = "SELECT 1 FROM pg_roles WHERE rolname = " + statement.enquoteLiteral(role);
        if (!yields(statement, exists)) {
            statement.execute("CREATE ROLE " + quoted(statement, role) + " LOGIN");
        }
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private static boolean yields(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static String quoted(Statement statement, String name) throws SQLException {
        return statement.enquoteIdentifier(name, true);
    }
}
