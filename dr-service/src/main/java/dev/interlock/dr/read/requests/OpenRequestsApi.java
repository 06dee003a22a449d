package dev.interlock.dr.read.requests;

import dev.interlock.contracts.dr.OpenRequests;
import dev.interlock.contracts.dr.OpenRequests.Open;
import dev.interlock.edge.Caller;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For whoever has to know what everybody can decide on, without asking for each one each time. */
@RestController
class OpenRequestsApi {

    private static final String OPEN =
            """
            SELECT r.id, r.updated_at,
                   (SELECT max(sequence) FROM event e
                    WHERE e.entity_type = 'deployment_request' AND e.entity_id = r.id) AS sequence
            FROM deployment_request r WHERE r.state = 'in_progress' ORDER BY r.id
            """;

    private final JdbcClient jdbc;

    OpenRequestsApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/internal/deployment-requests/open")
    OpenRequests open(Caller caller) {
        caller.requireService();
        return new OpenRequests(
                jdbc.sql(OPEN)
                        .query(
                                (r, _) ->
                                        new Open(
                                                r.getString("id"),
                                                r.getLong("sequence"),
                                                r.getObject("updated_at", OffsetDateTime.class)
                                                        .toInstant()))
                        .list());
    }
}
