package dev.interlock.dr.read.requests;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNullElse;

import dev.interlock.dr.events.ApprovalsMadeStale;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Notes;
import dev.interlock.dr.events.RequestActivated;
import dev.interlock.dr.events.RequestCancelled;
import dev.interlock.dr.events.RequestCompleted;
import dev.interlock.dr.events.RequestDeactivated;
import dev.interlock.dr.events.RequestDrafted;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.RequestExpired;
import dev.interlock.dr.events.RequestRejected;
import dev.interlock.dr.events.RequestRevised;
import dev.interlock.dr.events.RequestSuperseded;
import dev.interlock.dr.events.StepCompleted;
import dev.interlock.dr.events.StepUndone;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import java.util.ArrayList;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

@Component
class RequestProjector implements InlineProjection {

    private final JdbcClient jdbc;

    RequestProjector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof RequestEvent request) {
            switch (request) {
                case RequestDrafted drafted -> insert(occurrence, drafted);
                case RequestEdited edited -> edit(occurrence, edited);
                case ApprovalsMadeStale _, StepCompleted _, StepUndone _, RequestSuperseded _ -> {
                    // nothing of it is listed
                }
                case RequestActivated e -> move(occurrence, e.dr(), "in_progress");
                case RequestDeactivated e -> move(occurrence, e.dr(), "draft");
                case RequestCancelled e -> move(occurrence, e.dr(), "cancelled");
                case RequestRejected e -> move(occurrence, e.dr(), "rejected");
                case RequestExpired e -> move(occurrence, e.dr(), "expired");
                case RequestRevised e -> revise(occurrence, e);
                case RequestCompleted e -> move(occurrence, e.dr(), "completed");
            }
        }
    }

    private void insert(Occurrence occurrence, RequestDrafted e) {
        said(
                        """
                        INSERT INTO deployment_request (id, position, title, state, revision,
                            content_hash, author, items, products, environments, description,
                            release_notes, labels, request_expires_at, created_at,
                            updated_at)
                        VALUES (:dr, :position, :title, 'draft', :revision, :hash, :author, :items,
                            :products, :environments, :description, :notes,
                            jsonb_object(:names, :values), :expires::timestamptz, :created, :now)
                        """,
                        occurrence,
                        e.contents(),
                        e.notes())
                .param("dr", e.dr())
                .param("position", occurrence.position())
                .param("title", e.title())
                .param("revision", e.revision())
                .param("hash", e.contentHash())
                .param("author", e.author())
                .param("description", e.description())
                .param("created", e.draftedAt().atOffset(UTC))
                .update();
        targets(e.dr(), e.contents());
    }

    private void edit(Occurrence occurrence, RequestEdited e) {
        said(
                        """
                        UPDATE deployment_request SET title = :title, revision = :revision,
                            content_hash = :hash, items = :items, products = :products,
                            environments = :environments, description = :description,
                            release_notes = :notes, labels = jsonb_object(:names, :values),
                            answered = answered
                                AND request_expires_at IS NOT DISTINCT FROM :expires::timestamptz,
                            request_expires_at = :expires::timestamptz, updated_at = :now
                        WHERE id = :dr
                        """,
                        occurrence,
                        e.contents(),
                        e.notes())
                .param("dr", e.dr())
                .param("title", e.title())
                .param("revision", e.revision())
                .param("hash", e.contentHash())
                .param("description", e.description())
                .update();
        if (e.hashedChange()) {
            jdbc.sql("DELETE FROM deployment_request_target WHERE dr = ?").param(e.dr()).update();
            targets(e.dr(), e.contents());
        }
    }

    private StatementSpec said(
            String sql, Occurrence occurrence, Contents contents, @Nullable Notes given) {
        var notes = requireNonNullElse(given, Notes.NONE);
        var labels = new TreeMap<>(notes.labels());
        var expires = notes.requestExpiresAt();
        var products = contents.items().stream().map(Contents.Item::product).distinct().sorted();
        return jdbc.sql(sql)
                .param("items", contents.items().size())
                .param("products", products.toArray(String[]::new))
                .param("environments", contents.environments().toArray(String[]::new))
                .param("notes", notes.releaseNotes())
                .param("expires", expires == null ? null : expires.atOffset(UTC))
                .param("names", labels.keySet().toArray(String[]::new))
                .param("values", labels.values().toArray(String[]::new))
                .param("now", occurrence.time().atOffset(UTC));
    }

    private void revise(Occurrence occurrence, RequestRevised e) {
        jdbc.sql("UPDATE deployment_request SET revision = ?, answered = false WHERE id = ?")
                .params(e.revision(), e.dr())
                .update();
        move(occurrence, e.dr(), "draft");
    }

    private void targets(String dr, Contents contents) {
        var products = new ArrayList<String>();
        var versions = new ArrayList<String>();
        var environments = new ArrayList<String>();
        for (var item : contents.items()) {
            var own = item.targetsAmong(contents.environments());
            for (var environment : own) {
                products.add(item.product());
                versions.add(item.version());
                environments.add(environment);
            }
        }
        jdbc.sql(
                        """
                        INSERT INTO deployment_request_target (dr, product, version, environment)
                        SELECT ?, p, v, e FROM unnest(?::text[], ?::text[], ?::text[]) AS t (p, v, e)
                        """)
                .params(
                        dr,
                        products.toArray(String[]::new),
                        versions.toArray(String[]::new),
                        environments.toArray(String[]::new))
                .update();
    }

    private void move(Occurrence occurrence, String dr, String state) {
        jdbc.sql("UPDATE deployment_request SET state = ?, updated_at = ? WHERE id = ?")
                .params(state, occurrence.time().atOffset(UTC), dr)
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM deployment_request").update();
        jdbc.sql("DELETE FROM deployment_request_target").update();
    }
}
