package dev.interlock.notification.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Deployment requests, as dr-service told them. */
@Component
public class KnownRequests {

    private static final TypeReference<List<KnownRequest.Slot>> SLOTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.shared();

    KnownRequests(JdbcClient database) {
        this.database = database;
    }

    /** Its author is the one who created it, whoever edited it since. */
    public void created(
            String dr, String title, String author, int revision, List<KnownRequest.Slot> slots) {
        database.sql(
                        """
                        insert into known_request (dr, title, author, revision, slots)
                        values (?, ?, ?, ?, ?::jsonb) on conflict do nothing
                        """)
                .params(dr, title, author, revision, json.writeValueAsString(slots))
                .update();
    }

    /**
     * @param opened slots of later stages that are still open, since what they waited for was left
     *     alone
     */
    public void edited(
            String dr,
            String title,
            int revision,
            List<KnownRequest.Slot> slots,
            Set<String> opened) {
        database.sql(
                        """
                        update known_request set title = ?, revision = ?, slots = ?::jsonb,
                            opened = ?
                        where dr = ?
                        """)
                .params(
                        title,
                        revision,
                        json.writeValueAsString(slots),
                        opened.toArray(String[]::new),
                        dr)
                .update();
    }

    /** Nothing that was decided before counts any more. */
    public void revised(String dr, int revision) {
        find(dr).ifPresent(
                        request ->
                                edited(
                                        dr,
                                        request.title(),
                                        revision,
                                        request.slots().stream()
                                                .map(slot -> slot.countingFrom(revision))
                                                .toList(),
                                        Set.of()));
    }

    /** Approvers are asked from this event on. */
    public void asked(String dr, String event, String kind) {
        database.sql("update known_request set asked_by = ?, asked_as = ? where dr = ?")
                .params(event, kind, dr)
                .update();
    }

    /** Slots of a later stage can be filled from now on. */
    public void opened(String dr, Collection<String> slots) {
        database.sql("update known_request set opened = opened || ? where dr = ?")
                .params(slots.toArray(String[]::new), dr)
                .update();
    }

    /** Nobody is asked any more. */
    public void closed(String dr) {
        database.sql("update known_request set asked_by = null, asked_as = null where dr = ?")
                .param(dr)
                .update();
    }

    public Optional<KnownRequest> find(String dr) {
        return database.sql("select * from known_request where dr = ?")
                .param(dr)
                .query(this::request)
                .optional();
    }

    /** Those whose approvers are being asked. */
    public List<KnownRequest> asking() {
        return database.sql("select * from known_request where asked_by is not null order by dr")
                .query(this::request)
                .list();
    }

    private KnownRequest request(ResultSet row, int number) throws SQLException {
        return new KnownRequest(
                row.getString("dr"),
                row.getString("title"),
                row.getString("author"),
                row.getInt("revision"),
                json.readValue(row.getString("slots"), SLOTS),
                Set.copyOf(List.of((String[]) row.getArray("opened").getArray())),
                row.getString("asked_by"),
                row.getString("asked_as"));
    }
}
