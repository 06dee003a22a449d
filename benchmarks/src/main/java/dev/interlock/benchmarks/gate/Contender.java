package dev.interlock.benchmarks.gate;

import dev.interlock.benchmarks.Load;
import dev.interlock.benchmarks.Spread;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** One of the two servers, with its connections and what was measured of it. */
final class Contender implements AutoCloseable {

    private final int clients;
    private final String url;
    private final String token;
    private final String body;
    private final List<RawConnection> connections = new ArrayList<>();
    private final Supplier<List<Long>> pids;
    private final List<Double> perSecond = new ArrayList<>();
    private final List<Double> microsOfProcessor = new ArrayList<>();

    Contender(int clients, String url, String token, String body, Supplier<List<Long>> pids) {
        this.clients = clients;
        this.url = url;
        this.token = token;
        this.body = body;
        this.pids = pids;
    }

    void turn(Duration turn) throws IOException, InterruptedException, ExecutionException {
        connect();
        Duration before = ProcessorTime.of(pids.get());
        double rate = Load.perSecond(connections.size(), turn, i -> connections.get(i).exchange());
        Duration used = ProcessorTime.of(pids.get()).minus(before);
        perSecond.add(rate);
        microsOfProcessor.add(used.toNanos() / 1e3 / (rate * turn.toNanos() / 1e9));
    }

    /**
     * Turns until three in a row were no faster than the best before them, which is when the
     * compiler has done its work.
     *
     * @return how many turns it took
     */
    int warmUp(Duration turn, int most)
            throws IOException, InterruptedException, ExecutionException {
        double best = 0;
        int noFaster = 0;
        int turns = 0;
        while (turns < most && noFaster < 3) {
            turn(turn);
            turns++;
            double rate = perSecond.getLast();
            noFaster = rate > best * 1.03 ? 0 : noFaster + 1;
            best = Math.max(best, rate);
        }
        forget();
        return turns;
    }

    /** Anew for each turn: a server closes what was idle for the turn of the other one. */
    private void connect() throws IOException {
        close();
        for (int i = 0; i < clients; i++) {
            connections.add(new RawConnection(url, "/v1/gate/checks", token, body));
        }
    }

    private void forget() {
        perSecond.clear();
        microsOfProcessor.clear();
    }

    Spread perSecond() {
        return Spread.of(perSecond);
    }

    /** Processor time of the server a request, in microseconds. */
    Spread processor() {
        return Spread.of(microsOfProcessor);
    }

    List<RawConnection> connections() throws IOException {
        connect();
        return connections;
    }

    @Override
    public void close() throws IOException {
        for (RawConnection connection : connections) {
            connection.close();
        }
        connections.clear();
    }
}
