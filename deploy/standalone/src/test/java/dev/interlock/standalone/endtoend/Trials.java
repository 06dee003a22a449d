package dev.interlock.standalone.endtoend;

import static org.awaitility.Awaitility.await;

import dev.interlock.standalone.endtoend.Client.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many callers at once, each with a product of its own: something is said that forbids its
 * deployment; as soon as that is answered, a start and a check ask for it and must not get it; then
 * it is taken back, and a start may go. What forbids it comes from each of the owners in turn.
 */
final class Trials implements AutoCloseable {

    /**
     * @param faulted trials during some part of which a fault was in force
     * @param admitted starts that were let go
     * @param undecided questions that were not answered with a decision
     * @param forbidden starts and checks that were let go although they were forbidden
     * @param objections what else was answered and should not have been
     * @param positionsSeen by the run of each admitted start: what its caller had been answered
     */
    record Tally(
            long trials,
            long faulted,
            long admitted,
            long undecided,
            List<String> forbidden,
            List<String> objections,
            Map<String, Map<String, Long>> positionsSeen) {

        @Override
        public String toString() {
            return "%d trials, %d of them during faults, %d admitted starts, %d questions undecided"
                    .formatted(trials, faulted, admitted, undecided);
        }
    }

    interface Fault {
        void happen() throws Exception;
    }

    private static final int CALLERS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Client admin;
    private final Client ci;
    private final Client qa;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger trials = new AtomicInteger();
    private final AtomicInteger faulted = new AtomicInteger();
    private final AtomicInteger admitted = new AtomicInteger();
    private final AtomicInteger undecided = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> forbidden = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> objections = new ConcurrentLinkedQueue<>();
    private final Map<String, Map<String, Long>> seen = new ConcurrentHashMap<>();
    private final CountDownLatch ended = new CountDownLatch(CALLERS);
    private final AtomicInteger faults = new AtomicInteger();
    private volatile boolean faulty;

    Trials(Installation installation) {
        admin = installation.admin();
        admin.post(
                        "/v1/environments",
                        "{\"name\":\"trials\",\"type\":\"production\",\"mode\":\"enforce\"}")
                .expect(201);
        admin.post(
                        "/v1/rules",
                        """
                        {"name":"trials need a request","kind":"dr_required","scope":{"environments":["trials"]}}""")
                .expect(201);
        ci =
                admin.as(
                        admin.post(
                                        "/v1/tokens",
                                        """
                                        {"kind":"service_key","name":"ci","actions":["deploy","check","read"]}""")
                                .expect(201)
                                .field("token"));
        var quinn =
                admin.post("/v1/people", "{\"name\":\"Quinn\",\"roles\":[\"qa\"]}")
                        .expect(201)
                        .field("id");
        qa =
                admin.as(
                        admin.post(
                                        "/v1/tokens",
                                        "{\"kind\":\"personal\",\"name\":\"laptop\",\"person\":\"%s\"}"
                                                .formatted(quinn))
                                .expect(201)
                                .field("token"));
        for (int i = 0; i < CALLERS; i++) {
            var caller = new Caller("trial-" + i);
            Thread.ofVirtual().name(caller.product).start(caller::run);
        }
    }

    /** Returns when the fault is over. */
    void during(Fault what) throws Exception {
        faults.incrementAndGet();
        faulty = true;
        try {
            what.happen();
        } finally {
            faulty = false;
        }
    }

    /** Waits for so many more trials. */
    void awaitSome(int more) {
        int before = trials.get();
        await().atMost(PATIENCE).until(() -> trials.get() >= before + more);
    }

    int faulted() {
        return faulted.get();
    }

    Tally end() {
        close();
        return new Tally(
                trials.get(),
                faulted.get(),
                admitted.get(),
                undecided.get(),
                List.copyOf(forbidden),
                List.copyOf(objections),
                Map.copyOf(seen));
    }

    @Override
    public void close() {
        going.set(false);
        await().atMost(PATIENCE).until(() -> ended.getCount() == 0);
    }

    /** One product, one after the other. */
    private final class Caller {

        private final String product;
        private final Map<String, Long> positions = new HashMap<>();
        private String request = "";
        private int calls;
        private String closing = "";

        Caller(String product) {
            this.product = product;
        }

        void run() {
            try {
                request = request();
                for (int n = 0; going.get(); n++) {
                    trial(n);
                }
            } catch (RuntimeException | AssertionError e) {
                objections.add(product + ": " + e);
            } finally {
                ended.countDown();
            }
        }

        private String request() {
            var id =
                    said(
                                    admin,
                                    "/v1/deployment-requests",
                                    """
                                    {"title":"%s","items":[{"product":"%s","version":"1"}],"environments":["trials"]}"""
                                            .formatted(product, product))
                            .field("id");
            said(admin, "/v1/deployment-requests/" + id + "/activate", "");
            return id;
        }

        private void trial(int n) {
            int before = faults.get();
            boolean during = faulty;
            close(n % 3);
            mustNotGo();
            open(n % 3);
            mayGo();
            trials.incrementAndGet();
            if (during || faults.get() != before) {
                faulted.incrementAndGet();
            }
        }

        /** Something is said, by approval-service, the rules engine or dr-service. */
        private void close(int kind) {
            closing =
                    switch (kind) {
                        case 0 ->
                                said(
                                                qa,
                                                "/v1/version-rejections",
                                                """
                                                {"product":"%s","version":"1","type":"qa","reason":"trial"}"""
                                                        .formatted(product))
                                        .field("id");
                        case 1 ->
                                said(
                                                admin,
                                                "/v1/freezes",
                                                """
                                                {"reason":"trial","indefinite":true,"scope":{"products":["%s"]}}"""
                                                        .formatted(product))
                                        .field("id");
                        default ->
                                said(
                                                admin,
                                                "/v1/deployment-requests/"
                                                        + request
                                                        + "/deactivate",
                                                "")
                                        .field("id");
                    };
        }

        private void open(int kind) {
            switch (kind) {
                case 0 ->
                        said(
                                qa,
                                "/v1/version-rejections/" + closing + "/revoke",
                                "{\"reason\":\"trial\"}");
                case 1 -> said(admin, "/v1/freezes/" + closing + "/thaw", "{\"reason\":\"trial\"}");
                default -> said(admin, "/v1/deployment-requests/" + request + "/activate", "");
            }
        }

        private void mustNotGo() {
            var start = asked("/v1/deployments", target(",\"invoke_id\":\"" + invoke() + "\""));
            if (start != null && start.status() < 300) {
                forbidden.add(product + " " + closing + " start: " + start.body());
                ended(start.field("id"));
            }
            var check = asked("/v1/gate/checks", target(""));
            if (check != null && check.at("/decision").equals("allow")) {
                forbidden.add(product + " " + closing + " check: " + check.body());
            }
        }

        private void mayGo() {
            var run = invoke();
            var known = Map.copyOf(positions);
            var start = asked("/v1/deployments", target(",\"invoke_id\":\"" + run + "\""));
            if (start != null && start.status() < 300) {
                admitted.incrementAndGet();
                seen.put(run, known);
                ended(start.field("id"));
            } else if (start != null && start.field("code").equals("DEPLOYMENT_IN_PROGRESS")) {
                endWhatRuns(); // a start whose answer was lost went all the same
            }
        }

        private String invoke() {
            return product + "-" + calls++;
        }

        private String target(String more) {
            return "{\"product\":\"%s\",\"version\":\"1\",\"environment\":\"trials\"%s}"
                    .formatted(product, more);
        }

        /** Null unless it was answered with a decision. */
        private @Nullable Answer asked(String path, String body) {
            try {
                var answer = ci.post(path, body);
                if (answer.status() < 500 && !answer.body().contains("DECISION_UNAVAILABLE")) {
                    return answer;
                }
            } catch (UncheckedIOException lost) {
                // counted below
            }
            undecided.incrementAndGet();
            return null;
        }

        private void ended(String deployment) {
            positions(
                    answered(
                            () -> ci.post("/v1/deployments/" + deployment + "/fail", ""),
                            answer -> answer.status() == 200 || answer.status() == 409));
        }

        private void endWhatRuns() {
            var running =
                    answered(
                            () -> ci.get("/v1/deployments?status=started&product=" + product),
                            answer -> answer.status() == 200);
            running.json().path("items").forEach(item -> ended(item.path("id").asString()));
        }

        /** Repeats, with one key, until it is answered. */
        private Answer said(Client by, String path, String body) {
            var key = product + "-" + path.length() + "-" + calls++;
            var answer =
                    answered(
                            () -> by.send("POST", path, body, "Idempotency-Key", key),
                            each -> each.status() < 300);
            positions(answer);
            return answer;
        }

        private Answer answered(Supplier<Answer> call, Predicate<Answer> enough) {
            return await().atMost(PATIENCE)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .until(call::get, enough::test);
        }

        private void positions(Answer answer) {
            answer.headers()
                    .firstValue("Interlock-Position")
                    .ifPresent(
                            header -> {
                                for (var each : header.split(",")) {
                                    var parts = each.strip().split("=");
                                    positions.merge(parts[0], Long.parseLong(parts[1]), Math::max);
                                }
                            });
        }
    }
}
