package dev.interlock.dr.holds;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A hold on a deployment request makes every start that is not committed yet ask the gate again
 * after it was released. Placing one waits for the starts that are being committed, so what has
 * started by then is known for certain.
 */
@Component
public class StartHolds {

    /**
     * For whoever places one and dies. Long enough that no start is left then which asked the gate
     * before the command was committed: 17 s until that, and 24 s from asking to appending.
     */
    static final Duration LONGEST = Duration.ofSeconds(45);

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Of a transaction-level advisory lock: shared by starts, alone for holds and releases. */
    private static final long LOCK = 0x1_0C4_401DL;

    private static final String IN_SECONDS = "clock_timestamp() + make_interval(secs => ?)";

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    StartHolds(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setTimeout((int) PATIENCE.toSeconds());
    }

    /** Committed when this returns. */
    long place(String dr) {
        return alone(
                () -> {
                    jdbc.sql("DELETE FROM start_hold WHERE ends_at < " + IN_SECONDS)
                            .param(-KEPT.toSeconds())
                            .update();
                    return jdbc.sql(
                                    "INSERT INTO start_hold (dr, ends_at) VALUES (?, "
                                            + IN_SECONDS
                                            + ") RETURNING id")
                            .params(dr, LONGEST.toSeconds())
                            .query(Long.class)
                            .single();
                });
    }

    /** Released once, however often it is asked for. */
    void release(String dr, long hold) {
        alone(
                () ->
                        jdbc.sql(
                                        """
                                        UPDATE start_hold SET released_as = nextval('start_hold_release')
                                        WHERE id = ? AND dr = ? AND released_as IS NULL
                                        """)
                                .params(hold, dr)
                                .update());
    }

    /** Number of the newest release, to be asked for before the gate is; 0 if there was none. */
    public long newestRelease() {
        return jdbc.sql("SELECT coalesce(max(released_as), 0) FROM start_hold")
                .query(Long.class)
                .single();
    }

    /**
     * Whether a start by these requests must wait, or ask the gate again: one is held now, or was
     * when the gate was asked, or since. Only within the transaction that appends the start; until
     * its end no hold is placed or released.
     *
     * @param asked the newest release before the gate was asked
     */
    public boolean keepBack(Collection<String> requests, long asked) {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(?)").param(LOCK).query().singleValue();
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM start_hold WHERE dr = ANY (?)
                            AND (released_as > ? OR released_as IS NULL AND ends_at > clock_timestamp()))
                        """)
                .params(requests.toArray(String[]::new), asked)
                .query(Boolean.class)
                .single();
    }

    /** So that releases are numbered in the order in which they become visible. */
    private <T> T alone(Supplier<T> work) {
        return Objects.requireNonNull(
                apart.execute(
                        _ -> {
                            jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                                    .param(LOCK)
                                    .query()
                                    .singleValue();
                            return work.get();
                        }));
    }
}
