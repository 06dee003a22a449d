package dev.interlock.infrastructure;

/**
 * How to get into one schema of one database.
 *
 * @param url JDBC, without user and password
 * @param schema the role's search path; the role owns it
 */
public record DatabaseAccess(String url, String user, String password, String schema) {
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
