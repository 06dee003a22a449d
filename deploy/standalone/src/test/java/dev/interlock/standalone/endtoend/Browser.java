package dev.interlock.standalone.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;

/** Keeps cookies and follows no redirect by itself, so that a test sees each. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html"));
    }

    /**
     * As somebody, at a provider that shows a form for name and password unless this browser has
     * signed in before.
     */
    HttpResponse<String> signIn(String address, String name, String password) {
        var asked = get(address);
        if (!location(asked).contains("/login")) {
            return asked;
        }
        var login = URI.create(address).resolve(location(asked));
        var matcher = CSRF.matcher(get(login.toString()).body());
        if (!matcher.find()) {
            throw new AssertionError("no form at " + login);
        }
        var form =
                "username=%s&password=%s&_csrf=%s"
                        .formatted(
                                name,
                                password,
                                URLEncoder.encode(matcher.group(1), StandardCharsets.UTF_8));
        var signedIn =
                send(
                        HttpRequest.newBuilder(login.resolve("/login"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        return get(login.resolve(location(signedIn)).toString());
    }

    /** Not a browser, but a job that asks for its token. */
    HttpResponse<String> job(String address, String name, String password) {
        var credentials = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(credentials))
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());

        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no redirect: "
                                                + response.statusCode()
                                                + " "
                                                + response.body()));
    }
}
