package dev.interlock.rules.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.interlock.contracts.Head;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stored worlds as rows. One is there when it is sealed, with the secret of the installation: the
 * gate believes what is in it, so rows that somebody else wrote must not be taken for one.
 */
@Component
public final class StoredWorlds {

    private static final int PART = 1 << 20;
    private static final String MAC = "HmacSHA256";

    private static final TypeReference<List<Head>> HEADS = new TypeReference<>() {};

    /**
     * @param heads the newest event of each source that is in it
     * @param bytes of all parts
     */
    public record Stored(
            UUID id, Instant storedAt, String build, List<Head> heads, String seal, long bytes) {}

    private final JdbcClient jdbc;
    private final SecretKeySpec key;
    private final JsonMapper json = JsonMapper.builder().build();

    StoredWorlds(JdbcClient jdbc, @Value("${interlock.identity.secret}") String secret) {
        this.jdbc = jdbc;
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), MAC);
    }

    /** The newest that this build wrote. */
    public Optional<Stored> newest(String build) {
        return jdbc.sql(
                        """
                        select * from stored_world where build = ? and seal is not null
                        order by stored_at desc limit 1
                        """)
                .param(build)
                .query(
                        (row, _) ->
                                new Stored(
                                        row.getObject("id", UUID.class),
                                        row.getObject("stored_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("build"),
                                        json.readValue(row.getString("heads"), HEADS),
                                        row.getString("seal"),
                                        row.getLong("bytes")))
                .optional();
    }

    /**
     * Takes the place of what this build stored before. Those of other builds stay a while: they
     * may still run, or come back.
     *
     * @throws IllegalStateException if something would come back as something else
     */
    public void store(World world, String build, List<Head> heads, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into stored_world (id, build, stored_at, heads) values (?, ?, ?, ?)")
                .params(id, build, time(now), json.writeValueAsString(heads))
                .update();
        try {
            var digest = sha256();
            var parts = new Parts(id);
            try (var out = new DigestOutputStream(parts, digest)) {
                StoredWorld.write(world, out);
            }
            jdbc.sql("update stored_world set seal = ?, bytes = ? where id = ?")
                    .params(seal(build, heads, digest), parts.bytes, id)
                    .update();
        } catch (IOException e) {
            forget(id);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            forget(id);
            throw e;
        }
        jdbc.sql(
                        """
                        delete from stored_world where id <> :id
                          and (build = :build and seal is not null
                               or seal is null and stored_at < :stale or stored_at < :old)
                        """)
                .param("id", id)
                .param("build", build)
                .param("stale", time(now.minusSeconds(3_600)))
                .param("old", time(now.minusSeconds(30L * 86_400)))
                .update();
    }

    /**
     * @throws RuntimeException if it is not what was stored
     */
    public WorldWriter read(Stored stored) {
        var digest = sha256();
        var world = new WorldWriter();
        try (var in = new DigestInputStream(new PartsInOrder(stored.id()), digest)) {
            StoredWorld.read(in, world);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!seal(stored.build(), stored.heads(), digest).equals(stored.seal())) {
            throw new IllegalStateException("its bytes are not those that were stored");
        }
        return world;
    }

    public void forget(UUID id) {
        jdbc.sql("delete from stored_world where id = ?").param(id).update();
    }

    public void forgetAll() {
        jdbc.sql("delete from stored_world").update();
    }

    private static OffsetDateTime time(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private String seal(String build, List<Head> heads, MessageDigest bytes) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(("stored world " + build + json.writeValueAsString(heads)).getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(bytes.digest()));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Full parts, whenever it is flushed; the last when it is closed. */
    private final class Parts extends OutputStream {

        private final UUID world;
        private final byte[] part = new byte[PART];
        private int length;
        private int next;
        private long bytes;

        Parts(UUID world) {
            this.world = world;
        }

        @Override
        public void write(int one) {
            if (length == PART) {
                store();
            }
            part[length++] = (byte) one;
        }

        @Override
        public void write(byte[] from, int offset, int count) {
            for (int done = 0; done < count; ) {
                if (length == PART) {
                    store();
                }
                int some = Math.min(count - done, PART - length);
                System.arraycopy(from, offset + done, part, length, some);
                length += some;
                done += some;
            }
        }

        @Override
        public void close() {
            if (length > 0) {
                store();
            }
        }

        private void store() {
            jdbc.sql("insert into stored_world_part (world, part, contents) values (?, ?, ?)")
                    .params(world, next, Arrays.copyOf(part, length))
                    .update();
            next++;
            bytes += length;
            length = 0;
        }
    }

    /** One part in memory at a time. */
    private final class PartsInOrder extends InputStream {

        private final UUID world;
        private byte @Nullable [] part = new byte[0];
        private int at;
        private int next;

        PartsInOrder(UUID world) {
            this.world = world;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            while (part != null && at == part.length) {
                part =
                        jdbc.sql(
                                        "select contents from stored_world_part"
                                                + " where world = ? and part = ?")
                                .params(world, next)
                                .query((row, _) -> row.getBytes(1))
                                .optional()
                                .orElse(null);
                at = 0;
                next++;
            }
            if (part == null) {
                return -1;
            }
            int count = Math.min(length, part.length - at);
            System.arraycopy(part, at, into, offset, count);
            at += count;
            return count;
        }
    }
}
