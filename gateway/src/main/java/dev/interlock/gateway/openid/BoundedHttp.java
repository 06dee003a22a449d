package dev.interlock.gateway.openid;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Calls to providers that an admin has named: no redirects, so that none leads elsewhere, at most
 * 256 KiB, at most 3 s from the first byte sent to the last one read.
 */
@Component
final class BoundedHttp implements ResourceRetriever {

    private static final long LONGEST_BODY = 256 * 1024;
    private static final Duration AT_MOST = Duration.ofSeconds(3);

    record Reply(int status, String body) {}

    private final HttpClient client =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(AT_MOST)
                    .build();

    /** For keys: anything but a 200 is no answer. */
    @Override
    public Resource retrieveResource(URL url) throws IOException {
        try {
            return new Resource(get(url.toURI()), "application/json");
        } catch (URISyntaxException e) {
            throw new IOException("not an address: " + url, e);
        }
    }

    String get(URI uri) throws IOException {
        var reply =
                send(
                        HttpRequest.newBuilder(uri)
                                .timeout(AT_MOST)
                                .header("Accept", "application/json")
                                .build());
        if (reply.status() != 200) {
            throw new IOException(uri + " answers " + reply.status());
        }
        return reply.body();
    }

    Reply send(HttpRequest request) throws IOException {
        var answer =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_BODY));
        try {
            HttpResponse<String> response = answer.get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.body());
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }
}
