package dev.interlock.standalone.endtoend;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestParam;

/** The reference says what is served, no more and no less. */
class OpenApiIT {

    private static final OpenApi REFERENCE = OpenApi.read();
    private static final List<ServedEndpoint> SERVED =
            ServedEndpoint.all().stream().filter(endpoint -> !endpoint.isPage()).toList();

    @Test
    void everyEndpointAndParameterIsDescribedAndNoOther() {
        assertThat(REFERENCE.operations())
                .isEqualTo(
                        SERVED.stream()
                                .map(ServedEndpoint::name)
                                .collect(toCollection(TreeSet::new)));
        for (var endpoint : SERVED) {
            assertThat(REFERENCE.parameters(endpoint, "query"))
                    .as(endpoint.name())
                    .isEqualTo(
                            endpoint.query().stream()
                                    .map(OpenApiIT::name)
                                    .collect(toCollection(TreeSet::new)));
            assertThat(REFERENCE.parameters(endpoint, "path"))
                    .as(endpoint.name())
                    .isEqualTo(
                            Stream.of(endpoint.path().split("/"))
                                    .filter(segment -> segment.startsWith("{"))
                                    .map(s -> s.substring(1, s.indexOf('}')))
                                    .collect(toCollection(TreeSet::new)));
            assertThat(REFERENCE.parameters(endpoint, "header").contains("If-Match"))
                    .as(endpoint.name())
                    .isEqualTo(endpoint.takesIfMatch());
            assertThat(REFERENCE.parameters(endpoint, "header").contains("Idempotency-Key"))
                    .as(endpoint.name())
                    .isEqualTo(
                            endpoint.method().equals("POST")
                                    && endpoint.isNative()
                                    && !endpoint.path().equals("/v1/gate/checks"));
        }
    }

    @Test
    void everyListIsPaged() {
        assertThat(REFERENCE.unpagedLists()).isEmpty();
    }

    private static String name(java.lang.reflect.Parameter parameter) {
        var given = parameter.getAnnotation(RequestParam.class);
        var name = given == null ? "" : given.name() + given.value();
        return name.isEmpty() ? parameter.getName() : name;
    }

    @Test
    void whatIsSentAndAnsweredIsAsDescribed() throws Exception {
        try (var installation = Installation.inOneJvm()) {
            var samples = Samples.of(new Scene(installation.admin()));
            var objections = new ArrayList<String>();
            for (var sample : samples) {
                objections.addAll(objections(sample, true));
            }
            // once more, which many refuse: that is described as well
            for (var sample : samples) {
                objections.addAll(objections(sample, false));
            }
            assertThat(objections).isEmpty();

            assertThat(samples)
                    .filteredOn(REFERENCE::isPaged)
                    .allSatisfy(list -> Pages.assertTheSameOneByOne(list.by(), list.path()));

            var request = URI.create(installation.gatewayUrl() + "/openapi.yaml");
            var served =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(request).build(),
                                    BodyHandlers.ofByteArray());
            assertThat(served.body())
                    .isEqualTo(
                            Files.readAllBytes(
                                    Checkout.HOME.resolve("docs/reference/openapi.yaml")));
        }
    }

    private static List<String> objections(Sample sample, boolean first) {
        var objections = new ArrayList<String>();
        for (var endpoint : SERVED) {
            if (endpoint.name().equals(sample.endpoint())) {
                var answer = BadCall.of(sample, "sample").send(sample.by());
                if (!sample.body().isEmpty()) {
                    objections.addAll(REFERENCE.objectionsToRequest(endpoint, sample));
                }
                objections.addAll(REFERENCE.objectionsToAnswer(endpoint, answer));
                if (first && answer.status() >= 300) {
                    objections.add("was refused");
                }
                objections.replaceAll(
                        o ->
                                "%s -> %d: %s: %s"
                                        .formatted(
                                                sample.endpoint(),
                                                answer.status(),
                                                o,
                                                answer.body()));
            }
        }
        return objections;
    }
}
