package dev.interlock.dr.read.products;

import dev.interlock.dr.domain.VersionDirectory;
import dev.interlock.edge.Page.Names;
import dev.interlock.edge.Page.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class ProductRows implements VersionDirectory {

    /**
     * @param labels by name
     */
    record ProductRow(String id, String name, Instant registeredAt, Map<String, String> labels) {}

    record Build(
            String id,
            @Nullable String buildNumber,
            String status,
            @Nullable String buildUrl,
            @Nullable String builtBy) {}

    /**
     * @param scmSha the commit it is bound to; null while unbound
     * @param digest the artifact it is bound to; null while unbound
     * @param build the newest that reported itself; null if none did
     */
    record VersionRow(
            String id,
            String product,
            String version,
            @Nullable String scmSha,
            @Nullable String digest,
            Instant registeredAt,
            @Nullable Build build,
            long position) {}

    private static final TypeReference<TreeMap<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    ProductRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Known> find(String product, String version) {
        return jdbc.sql("SELECT scm_sha FROM version WHERE product = ? AND version = ?")
                .params(product, version)
                .query((r, i) -> new Known(product, version, r.getString(1)))
                .optional();
    }

    /** By name, one more than the window holds if there are more. */
    List<ProductRow> products(Names window) {
        return jdbc.sql(
                        "SELECT id, name, registered_at, labels FROM product WHERE name > ?"
                                + " ORDER BY name LIMIT ?")
                .params(window.after(), window.limit() + 1)
                .query(this::row)
                .list();
    }

    Optional<ProductRow> product(String name) {
        return jdbc.sql("SELECT id, name, registered_at, labels FROM product WHERE name = ?")
                .param(name)
                .query(this::row)
                .optional();
    }

    private ProductRow row(ResultSet r, int index) throws SQLException {
        return new ProductRow(
                r.getString(1), r.getString(2), time(r, 3), json.readValue(r.getString(4), LABELS));
    }

    /** Newest first, one more than the window holds if there are more. */
    List<VersionRow> versions(@Nullable String product, @Nullable String id, Window window) {
        return jdbc.sql(
                        """
                        SELECT * FROM version WHERE (:product::text IS NULL OR product = :product)
                          AND (:id::text IS NULL OR id = :id) AND position < :before
                        ORDER BY position DESC LIMIT :limit
                        """)
                .param("product", product)
                .param("id", id)
                .param("before", window.before())
                .param("limit", window.limit() + 1)
                .query(ProductRows::version)
                .list();
    }

    private static VersionRow version(ResultSet r, int index) throws SQLException {
        var build = r.getString("build_id");
        return new VersionRow(
                r.getString("id"),
                r.getString("product"),
                r.getString("version"),
                r.getString("scm_sha"),
                r.getString("digest"),
                r.getObject("registered_at", OffsetDateTime.class).toInstant(),
                build == null
                        ? null
                        : new Build(
                                build,
                                r.getString("build_number"),
                                r.getString("build_status"),
                                r.getString("build_url"),
                                r.getString("built_by")),
                r.getLong("position"));
    }

    private static Instant time(ResultSet r, int column) throws SQLException {
        return r.getObject(column, OffsetDateTime.class).toInstant();
    }
}
