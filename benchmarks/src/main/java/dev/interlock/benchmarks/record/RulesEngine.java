package dev.interlock.benchmarks.record;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.IdentitySigner;
import dev.interlock.infrastructure.DatabaseAccess;
import dev.interlock.rules.RulesEngineServiceApplication;
import dev.interlock.rules.kafka.AuditRecords;
import dev.interlock.rules.projection.LiveWorld;
import dev.interlock.rules.read.audit.AuditLog;
import dev.interlock.rules.read.audit.AuditRebuild;
import dev.interlock.rules.read.audit.AuditRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules engine's service, alone, with an audit log that is filled as a rebuild fills it. */
public final class RulesEngine implements AutoCloseable {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int PAGE = 2_000;
    private static final List<String> SOURCES =
            List.of(Sources.DR, Sources.APPROVAL, Sources.RULES);
    private static final JsonMapper JSON = new JsonMapper();

    private final AuditRecords records = new AuditRecords();
    private final HttpClient http = HttpClient.newHttpClient();
    private final IdentitySigner signer = new IdentitySigner(SECRET, Clock.systemUTC());
    private final ServletWebServerApplicationContext context;
    private final JdbcClient jdbc;

    /**
     * @param settings beside those of its database and of Kafka, such as {@code a.b=c}
     */
    public RulesEngine(DatabaseAccess database, String kafka, String... settings) {
        var all =
                Stream.concat(
                        Stream.of(
                                "interlock.port=0",
                                "interlock.database.url=" + database.url(),
                                "interlock.database.user=" + database.user(),
                                "interlock.database.password=" + database.password(),
                                "interlock.kafka.servers=" + kafka,
                                "interlock.identity.secret=" + SECRET),
                        Stream.of(settings));
        this.context =
                (ServletWebServerApplicationContext)
                        new SpringApplicationBuilder(RulesEngineServiceApplication.class)
                                .properties(
                                        "spring.config.name=rules-engine-service",
                                        "spring.main.banner-mode=off",
                                        "logging.level.root=error")
                                .run(all.map(one -> "--" + one).toArray(String[]::new));
        this.jdbc = context.getBean(JdbcClient.class);
    }

    public void record(Year year) {
        record(
                year::end,
                (source, after, upTo, into) -> {
                    var batch = new ArrayList<AuditRecord>(PAGE);
                    if (after == 0) {
                        year.tell(source, event -> add(event, batch, into));
                    }
                    into.write(batch);
                });
    }

    private void add(EventEnvelope event, List<AuditRecord> batch, AuditRebuild.Writing into) {
        batch.add(records.of(event));
        if (batch.size() == PAGE) {
            into.write(batch);
            batch.clear();
        }
    }

    /** What the owners would tell, by source; all of it in memory. */
    public Map<String, List<AuditRecord>> told(Year year) {
        var told = new LinkedHashMap<String, List<AuditRecord>>();
        for (var source : SOURCES) {
            var all = new ArrayList<AuditRecord>();
            year.tell(source, event -> all.add(records.of(event)));
            told.put(source, all);
        }
        return told;
    }

    /** Makes the log anew of this. */
    public void record(Map<String, List<AuditRecord>> told) {
        record(
                source -> of(told, source).getLast().position(),
                (source, after, upTo, into) -> {
                    var events = after == 0 ? of(told, source) : List.<AuditRecord>of();
                    for (int i = 0; i < events.size(); i += PAGE) {
                        into.write(events.subList(i, Math.min(i + PAGE, events.size())));
                    }
                });
    }

    private static List<AuditRecord> of(Map<String, List<AuditRecord>> told, String source) {
        return told.getOrDefault(source, List.of());
    }

    private void record(ToLongFunction<String> ends, AuditRebuild.Reading owners) {
        var log = context.getBean(AuditLog.class);
        for (var source : SOURCES) {
            log.position(source);
            jdbc.sql("update audit_head set position = ? where source = ?")
                    .params(ends.applyAsLong(source), source)
                    .update();
        }
        context.getBean(AuditRebuild.class).rebuild(owners);
        jdbc.sql("analyze audit_log").update();
    }

    /** The log as {@code COPY} writes it. */
    public byte[] rows() throws SQLException, IOException {
        var rows = new ByteArrayOutputStream();
        try (var connection = context.getBean(DataSource.class).getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select * from audit_log order by source, position) to stdout",
                            rows);
        }
        return rows.toByteArray();
    }

    /** Into a table of its own that is like the log; it is dropped again. */
    public void copy(byte[] rows) throws SQLException, IOException {
        try (var connection = context.getBean(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table audit_copy (like audit_log including all)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy audit_copy from stdin", new ByteArrayInputStream(rows));
            statement.execute("analyze audit_copy");
            statement.execute("drop table audit_copy");
        }
    }

    /** What is known so far of a source. */
    public long position(String source) {
        return context.getBean(LiveWorld.class).world().position(source);
    }

    public JdbcClient database() {
        return jdbc;
    }

    /** Reads each line of the log, in the order and in the pages of a backtest. */
    public long scan(Consumer<String> line) {
        long rows = 0;
        for (var source : SOURCES) {
            long position = 0;
            List<String> page;
            do {
                page =
                        jdbc.sql(
                                        "select envelope from audit_log where source = ? and"
                                                + " position > ? order by position limit ?")
                                .params(source, position, PAGE)
                                .query(String.class)
                                .list();
                page.forEach(line);
                position += page.size(); // positions have no gaps here
                rows += page.size();
            } while (page.size() == PAGE);
        }
        return rows;
    }

    /**
     * @throws IllegalStateException if it is refused
     */
    public JsonNode backtest(String body) throws IOException, InterruptedException {
        var server = Objects.requireNonNull(context.getWebServer(), "it is a web server");
        var url = "http://127.0.0.1:" + server.getPort() + "/v1/rules/backtests";
        var permissions = Set.of(Permission.RULE_WRITE);
        var identity =
                new Identity(
                        "usr_bench",
                        "user",
                        "human",
                        "usr_bench",
                        "tok_bench",
                        "Bench",
                        Set.of(),
                        permissions,
                        List.of(),
                        List.of());
        var answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .timeout(LIMIT)
                                .header(Identity.HEADER, signer.sign(identity))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
