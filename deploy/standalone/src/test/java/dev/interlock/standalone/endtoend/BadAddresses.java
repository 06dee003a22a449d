package dev.interlock.standalone.endtoend;

import java.lang.reflect.Parameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestParam;

/** Every way to spoil where a sample goes to: its method, its path and its query. */
final class BadAddresses {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String LONG = "x".repeat(3_000);

    /** Query parameters that take a few words only. */
    private static final Set<String> CHOICES =
            Set.of("state", "status", "order", "fail_on", "cursor");

    private BadAddresses() {}

    static List<BadCall> of(
            Sample sample, ServedEndpoint endpoint, List<ServedEndpoint> allEndpoints) {
        var calls = new ArrayList<BadCall>();
        calls.addAll(methods(sample, endpoint, allEndpoints));
        calls.addAll(paths(sample, endpoint));
        endpoint.query().forEach(p -> calls.addAll(query(sample, endpoint, p)));
        return calls;
    }

    private static List<BadCall> methods(
            Sample sample, ServedEndpoint endpoint, List<ServedEndpoint> allEndpoints) {
        var served =
                allEndpoints.stream()
                        .filter(e -> e.path().equals(endpoint.path()))
                        .map(ServedEndpoint::method)
                        .collect(Collectors.toCollection(TreeSet::new));
        return METHODS.stream()
                .filter(method -> !served.contains(method))
                .map(method -> BadCall.of(sample, "wrong method", 405).method(method))
                .toList();
    }

    private static List<BadCall> paths(Sample sample, ServedEndpoint endpoint) {
        var calls = new ArrayList<BadCall>();
        var template = endpoint.path().split("/");
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                for (var id : List.of("no-such-thing", LONG, "DR-9999999999999999999", "-1")) {
                    calls.add(at(sample, i, id, "unknown id", 404, 422));
                }
                for (var id : List.of("%00", "%FF", "a%2Fb", "%2e%2e", "a;b=c", "%0A", "a%5Cb")) {
                    calls.add(at(sample, i, id, "malformed id", 400, 404, 422));
                }
            }
        }
        if (endpoint.isNative()) {
            calls.add(BadCall.of(sample, "longer path", 404, 405).path(longer(sample, "/no-such")));
            calls.add(BadCall.of(sample, "encoded slash", 400, 404).path(longer(sample, "%2F")));
            calls.add(BadCall.of(sample, "encoded NUL", 400, 404).path(longer(sample, "%00")));
            calls.add(BadCall.of(sample, "double slash", 404).path("/" + sample.path()));
        }
        return calls;
    }

    private static String longer(Sample sample, String end) {
        var question = sample.path().indexOf('?');
        return question < 0
                ? sample.path() + end
                : sample.path().substring(0, question) + end + sample.path().substring(question);
    }

    /** The sample's own question, with one answer spoilt. */
    private static String asking(Sample sample, String name, String value) {
        var question = sample.path().indexOf('?');
        if (question < 0) {
            return sample.path() + "?" + name + "=" + value;
        }
        var others =
                Stream.of(sample.path().substring(question + 1).split("&"))
                        .filter(pair -> !pair.startsWith(name + "="))
                        .map(pair -> pair + "&")
                        .collect(Collectors.joining());
        return sample.path().substring(0, question) + "?" + others + name + "=" + value;
    }

    private static BadCall at(
            Sample sample, int segment, String id, String what, Integer... statuses) {
        var path = sample.path().split("/");
        path[segment] = id;
        var spoilt =
                BadCall.of(sample, what + " '" + id.substring(0, Math.min(30, id.length())) + "'")
                        .path(String.join("/", path));
        // the page of an older client's link leads on whatever it names
        return sample.template().equals("/deployments/{view}")
                ? spoilt.expecting(302, 400)
                : spoilt.expecting(statuses);
    }

    private static List<BadCall> query(
            Sample sample, ServedEndpoint endpoint, Parameter parameter) {
        var annotation = parameter.getAnnotation(RequestParam.class);
        var name = annotation.name().isEmpty() ? parameter.getName() : annotation.name();
        var values = new ArrayList<>(List.of("%00", "a%00b", "%FF", "%ED%A0%80"));
        if (endpoint.isNative()) {
            values.addAll(typed(name, parameter.getType()));
        }
        return values.stream()
                .map(
                        value ->
                                BadCall.of(sample, "?" + name + "=" + value, 400, 422)
                                        .path(asking(sample, name, value))
                                        .naming("?" + name))
                .toList();
    }

    private static List<String> typed(String name, Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return List.of("0", "-1", "abc", "1.5", "1e400", "2147483648", "100000");
        }
        if (type == Instant.class) {
            return List.of(
                    "yesterday",
                    "17",
                    "2026-02-30T00:00:00Z",
                    "2026-01-01",
                    "%2B999999999-12-31T23:59:59Z",
                    "-999999999-01-01T00:00:00Z");
        }
        if (CHOICES.contains(name)) {
            return List.of("nonsense", "-1", "x".repeat(3_000), "KzEwMDAwMDAwMDAtMDEtMDEgZHIgMQ");
        }
        return List.of("a%0Ab", "%1B");
    }
}
