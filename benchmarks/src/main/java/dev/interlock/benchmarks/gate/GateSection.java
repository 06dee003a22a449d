package dev.interlock.benchmarks.gate;

import dev.interlock.benchmarks.Noise;
import dev.interlock.benchmarks.Plan;
import dev.interlock.benchmarks.Section;
import dev.interlock.benchmarks.Spread;
import dev.interlock.benchmarks.installation.Client;
import dev.interlock.benchmarks.installation.Installation;
import dev.interlock.benchmarks.installation.Train;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A gate check of an approved version through the gateway (token, signed identity, freshness, the
 * decision with all its findings, stored) against a constant answer of about the same size behind
 * nginx, over the same kept-alive connections.
 */
public final class GateSection implements Section {

    private static final int CLIENTS = 16;
    private static final int STEADY = 500;
    private static final int MOST_WARM_UPS = 14;

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public String title() {
        return "Gate check through the gateway, against a bare handler behind nginx";
    }

    @Override
    public String measure(Plan plan) throws Exception {
        try (Installation installation = new Installation(plan.home());
                BareServer bare = new BareServer()) {
            installation.startAsLater();
            Client admin = installation.client();
            Train train = new Train(admin);
            train.approve(train.request("1.0.0"));
            String body = Train.check("1.0.0");
            try (Contender gate =
                            new Contender(
                                    CLIENTS,
                                    admin.url(),
                                    admin.token(),
                                    body,
                                    () -> List.of(installation.pid()));
                    Contender other =
                            new Contender(CLIENTS, bare.url(), admin.token(), body, bare::pids)) {
                return compare(plan, gate, other, bare.description());
            }
        }
    }

    private static String compare(Plan plan, Contender gate, Contender other, String otherName)
            throws Exception {
        Duration warmUp = plan.turn().multipliedBy(3);
        int turns = gate.warmUp(warmUp, MOST_WARM_UPS);
        other.warmUp(warmUp, MOST_WARM_UPS);
        Noise noise = new Noise();
        for (int round = 0; round < plan.rounds(); round++) {
            noise.sample();
            gate.turn(plan.turn());
            other.turn(plan.turn());
        }
        List<Double> steady =
                OpenLoop.millis(gate.connections(), STEADY, plan.turn().multipliedBy(3));
        return String.format(
                        Locale.ROOT,
                        """
                        | %d clients | gate check | %s | ratio | floor / goal |
                        |---|---|---|---|---|
                        | requests per second | %s | %s | **%.3f** | 0.20 / 0.45 |
                        | processor time of the server, µs a request | %s | %s | %.1f | 100 / 45 µs |

                        At %d checks per second (open loop): p50 %.1f ms, **p99 %.1f ms** (floor / goal 20 / 5 ms).
                        The gate's processor time is that of all five services and Kafka, which share one process.
                        It was warm after %d s of full load.
                        """,
                        CLIENTS,
                        otherName,
                        gate.perSecond().text("%.0f"),
                        other.perSecond().text("%.0f"),
                        gate.perSecond().median() / other.perSecond().median(),
                        gate.processor().text("%.0f"),
                        other.processor().text("%.0f"),
                        gate.processor().median() / other.processor().median(),
                        STEADY,
                        Spread.percentile(steady, 0.5),
                        Spread.percentile(steady, 0.99),
                        turns * warmUp.toSeconds())
                + "\n"
                + noise.text();
    }
}
