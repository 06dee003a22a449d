package dev.interlock.infrastructure;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One Kafka node, broker and controller, inside this JVM and on 127.0.0.1. Its log folder is kept;
 * without one it begins empty.
 */
public final class KafkaServer implements AutoCloseable {
    private final Path folder;
    private final int port;
    private @Nullable KafkaRaftServer server;

    private KafkaServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * @param port on 127.0.0.1; 0 takes a free one
     */
    public static KafkaServer start(Path folder, int port) {
        ServerLogs.quiet();
        var kafka = new KafkaServer(folder, Ports.orFree(port));
        kafka.restart();
        return kafka;
    }

    /** Starts the same node again, on the same port, after it was stopped. */
    public synchronized void restart() {
        if (server != null) {
            return;
        }
        if (!Ports.isFree(port)) {
            throw new InfrastructureFailure(
                    "port " + port + " is in use, Kafka cannot listen on it");
        }
        neverExitThisProcess();
        Folders.create(folder);
        var controllerPort = Ports.free();
        try {
            if (!Files.exists(folder.resolve("meta.properties"))) {
                format();
            }
            var starting =
                    new KafkaRaftServer(new KafkaConfig(settings(controllerPort)), Time.SYSTEM);
            starting.startup();
            server = starting;
        } catch (Exception e) {
            throw new InfrastructureFailure(
                    "Kafka did not start on " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Stops the node and keeps its log. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    public int port() {
        return port;
    }

    /** The value of {@code bootstrap.servers}. */
    public String servers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop();
    }

    private void format() throws Exception {
        new Formatter()
                .setPrintStream(
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .run();
    }

    private Map<String, String> settings(int controllerPort) {
        var settings = new HashMap<String, String>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("log.dirs", folder.toString());
        settings.put(
                "listeners",
                "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "BROKER://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "BROKER");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        // One node: nothing to replicate to, nobody to wait for.
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("min.insync.replicas", "1");
        // Topics are made by those who publish on them, with the settings they need.
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A killed broker comes back only when its former session has run out; 9 s by default.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
        // Small: few threads, small buffers and index files.
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "1");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        settings.put("log.index.size.max.bytes", "1048576");
        settings.put("socket.send.buffer.bytes", "102400");
        settings.put("socket.receive.buffer.bytes", "102400");
        settings.put("queued.max.requests", "100");
        return settings;
    }

    /** Kafka ends its process on fatal errors; here the process belongs to others too. */
    private static void neverExitThisProcess() {
        Exit.Procedure report =
                (status, message) -> {
                    LoggerFactory.getLogger(KafkaServer.class)
                            .error("Kafka gave up with status {}: {}", status, message);
                    throw new IllegalStateException("Kafka gave up: " + message);
                };
        Exit.setExitProcedure(report);
        Exit.setHaltProcedure(report);
    }
}
