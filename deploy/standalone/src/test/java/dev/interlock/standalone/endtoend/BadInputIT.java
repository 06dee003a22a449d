package dev.interlock.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.gateway.route.RoutedNouns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bad input gets 4xx with the field, never 5xx, and changes nothing: at every endpoint. */
class BadInputIT {

    private static final List<ServedEndpoint> SERVED = ServedEndpoint.all();

    private static Installation installation;
    private static Scene scene;
    private static List<Sample> samples;

    @BeforeAll
    static void start() {
        installation = Installation.inOneJvm();
        scene = new Scene(installation.admin());
        samples = Samples.of(scene);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void everyEndpointAndEveryFieldHasASample() {
        assertThat(ServedEndpoint.mappingsOfTheGateway())
                .containsExactlyInAnyOrder("RouteFilter", "SecurityHeaders", "VersionerMapping");
        assertThat(
                        SERVED.stream()
                                .filter(ServedEndpoint::isNative)
                                .map(e -> e.path().split("/")[2])
                                .collect(Collectors.toSet()))
                .isEqualTo(RoutedNouns.all());
        assertThat(samples.stream().map(Sample::endpoint).collect(Collectors.toSet()))
                .isEqualTo(SERVED.stream().map(ServedEndpoint::name).collect(Collectors.toSet()));
        for (var endpoint : SERVED) {
            var body = endpoint.body();
            if (body != null && body.isRecord()) {
                var missing = new TreeSet<String>();
                var own = samplesOf(endpoint);
                own.forEach(s -> missing.addAll(Sample.missing(s.json(), body)));
                own.forEach(s -> missing.retainAll(Sample.missing(s.json(), body)));
                assertThat(missing).as(endpoint.name()).isEmpty();
            }
        }
    }

    @Test
    void isRefusedEverywhereAndChangesNothing() {
        var heads = new Heads(installation);
        var callers = new BadCallers(scene.voidTokens());
        Map<String, Long> before = heads.settled();
        var faults = new ArrayList<String>();
        int calls = 0;
        for (var sample : samples) {
            var endpoint = endpointOf(sample);
            for (var call : calls(sample, endpoint, callers)) {
                calls++;
                var answer = call.send(sample.by());
                for (var objection : Refused.objections(call, answer, endpoint)) {
                    faults.add(
                            "%s [%s] -> %s: %s"
                                    .formatted(sample.endpoint(), call, objection, shown(answer)));
                }
            }
            var after = heads.now();
            if (!after.equals(before)) {
                faults.add(sample.endpoint() + " changed something: " + before + " -> " + after);
                before = after;
            }
        }
        if (!heads.settled().equals(before)) {
            faults.add("something changed afterwards");
        }
        assertThat(faults).as("faults in %d calls", calls).isEmpty();
        assertThat(calls).as("calls").isGreaterThan(2_000);
        theSamplesThemselvesAreAccepted();
    }

    /** Or the calls above would have been refused for another reason than the one meant. */
    private static void theSamplesThemselvesAreAccepted() {
        var refused = new TreeMap<String, String>();
        for (var sample : samples) {
            var answer = BadCall.of(sample, "sample").send(sample.by());
            boolean isPage = endpointOf(sample).isPage();
            if (answer.status() >= (isPage ? 402 : 300)) {
                refused.put(sample.endpoint(), answer.status() + " " + shown(answer));
            }
        }
        assertThat(refused).isEmpty();
    }

    private static List<BadCall> calls(Sample sample, ServedEndpoint endpoint, BadCallers callers) {
        var calls = new ArrayList<BadCall>();
        calls.addAll(BadAddresses.of(sample, endpoint, SERVED));
        if (!endpoint.isPage()) {
            calls.addAll(BadBodies.of(sample, endpoint));
            calls.addAll(callers.of(sample, endpoint));
        }
        return calls;
    }

    private static ServedEndpoint endpointOf(Sample sample) {
        return SERVED.stream()
                .filter(e -> e.name().equals(sample.endpoint()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Sample> samplesOf(ServedEndpoint endpoint) {
        return samples.stream().filter(s -> s.endpoint().equals(endpoint.name())).toList();
    }

    private static String shown(Client.Answer answer) {
        return answer.body().substring(0, Math.min(300, answer.body().length()));
    }
}
