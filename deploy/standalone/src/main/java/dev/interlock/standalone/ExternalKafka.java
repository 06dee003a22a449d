package dev.interlock.standalone;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** A Kafka run by someone else. */
final class ExternalKafka {
    private static final int LIMIT_MILLIS = 5_000;

    private ExternalKafka() {}

    /** Refuses a start that could not become ready: the gate decides only with a broker to hear. */
    static void check(String servers) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        servers,
                        "request.timeout.ms",
                        LIMIT_MILLIS,
                        "default.api.timeout.ms",
                        LIMIT_MILLIS);
        try (var admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get(2L * LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unusable(servers, "no broker answers");
        } catch (KafkaException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw unusable(servers, cause.getMessage() + " (expected: HOST:PORT,…)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while looking for Kafka");
        }
    }

    private static CannotStart unusable(String servers, String reason) {
        return new CannotStart(
                "INTERLOCK_KAFKA_SERVERS: no usable Kafka at " + servers + ": " + reason);
    }
}
