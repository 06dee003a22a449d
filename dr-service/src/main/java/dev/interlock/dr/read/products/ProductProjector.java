package dev.interlock.dr.read.products;

import static java.time.ZoneOffset.UTC;

import dev.interlock.dr.events.BuildReported;
import dev.interlock.dr.events.ProductLabelled;
import dev.interlock.dr.events.ProductRegistered;
import dev.interlock.dr.events.VersionBound;
import dev.interlock.dr.events.VersionDigestBound;
import dev.interlock.dr.events.VersionRegistered;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ProductProjector implements InlineProjection {

    private final JdbcClient jdbc;

    ProductProjector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "products";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        switch (event) {
            case ProductRegistered(var name, var id) ->
                    jdbc.sql("INSERT INTO product (name, id, registered_at) VALUES (?, ?, ?)")
                            .params(name, id, occurrence.time().atOffset(UTC))
                            .update();
            case ProductLabelled(var name, var labels) ->
                    jdbc.sql("UPDATE product SET labels = jsonb_object(?, ?) WHERE name = ?")
                            .params(
                                    labels.keySet().toArray(String[]::new),
                                    labels.values().toArray(String[]::new),
                                    name)
                            .update();
            case VersionRegistered(var product, var version, var id) ->
                    jdbc.sql(
                                    """
                                    INSERT INTO version (product, version, id, registered_at, position)
                                    VALUES (?, ?, ?, ?, ?)
                                    """)
                            .params(
                                    product,
                                    version,
                                    id,
                                    occurrence.time().atOffset(UTC),
                                    occurrence.position())
                            .update();
            case VersionBound(var product, var version, var sha) ->
                    jdbc.sql("UPDATE version SET scm_sha = ? WHERE product = ? AND version = ?")
                            .params(sha, product, version)
                            .update();
            case VersionDigestBound(var product, var version, var digest) ->
                    jdbc.sql("UPDATE version SET digest = ? WHERE product = ? AND version = ?")
                            .params(digest, product, version)
                            .update();
            case BuildReported build -> newestBuild(build);
            default -> {
                // of another noun
            }
        }
    }

    private void newestBuild(BuildReported build) {
        jdbc.sql(
                        """
                        UPDATE version SET build_id = :id, build_number = :number,
                            build_status = :status, build_url = :url, built_by = :by
                        WHERE product = :product AND version = :version
                        """)
                .param("id", build.buildId())
                .param("number", build.buildNumber())
                .param("status", build.status())
                .param("url", build.buildUrl())
                .param("by", build.builtBy())
                .param("product", build.product())
                .param("version", build.version())
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM product").update();
        jdbc.sql("DELETE FROM version").update();
    }
}
