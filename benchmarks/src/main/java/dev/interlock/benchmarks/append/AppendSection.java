package dev.interlock.benchmarks.append;

import dev.interlock.benchmarks.Load;
import dev.interlock.benchmarks.Noise;
import dev.interlock.benchmarks.Plan;
import dev.interlock.benchmarks.ScratchDatabase;
import dev.interlock.benchmarks.Section;
import dev.interlock.benchmarks.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A whole command (load the entity, decide, append one event in the store's one order with its
 * hash, commit) against a prepared single-row insert of the same JSON into a table with a primary
 * key. Both through the same pool to the same PostgreSQL, which waits for the disk.
 */
public final class AppendSection implements Section {

    private static final int[] CLIENTS = {1, 8, 16};
    private static final Map<Integer, String> TARGETS =
            Map.of(1, "0.40 / 0.70", 8, "0.15 / 0.35", 16, "0.10 / 0.25");

    @Override
    public String name() {
        return "append";
    }

    @Override
    public String title() {
        return "Append an event by a command, against a raw single-row insert";
    }

    @Override
    public String measure(Plan plan) throws Exception {
        try (var database = new ScratchDatabase();
                var service = AppendService.on(database.access())) {
            return table(plan, service);
        }
    }

    private static String table(Plan plan, AppendService service) throws Exception {
        StringBuilder body =
                new StringBuilder(
                        """
                        | clients | ratio | floor / goal | commands per second | raw inserts per second |
                        |---|---|---|---|---|
                        """);
        Noise noise = new Noise();
        Duration warmUp = plan.turn().multipliedBy(5);
        Load.perSecond(8, warmUp, service::command);
        Load.perSecond(8, warmUp, service::insert);
        for (int clients : CLIENTS) {
            List<Double> commands = new ArrayList<>();
            List<Double> inserts = new ArrayList<>();
            for (int round = 0; round < plan.rounds(); round++) {
                noise.sample();
                commands.add(Load.perSecond(clients, plan.turn(), service::command));
                inserts.add(Load.perSecond(clients, plan.turn(), service::insert));
            }
            Spread command = Spread.of(commands);
            Spread insert = Spread.of(inserts);
            body.append(
                    String.format(
                            Locale.ROOT,
                            "| %d | **%.2f** | %s | %s | %s |%n",
                            clients,
                            command.median() / insert.median(),
                            TARGETS.get(clients),
                            command.text("%.0f"),
                            insert.text("%.0f")));
        }
        return body + "\n" + noise.text();
    }
}
