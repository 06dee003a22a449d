package dev.interlock.benchmarks.installation;

import java.io.IOException;

/** A production environment that enforces, and requests that wait for one approval by QA. */
public final class Train {

    private final Client author;
    private final Client qa;

    public Train(Client admin) throws IOException, InterruptedException {
        admin.post(
                "/v1/environments",
                """
                {"name": "production", "type": "production", "mode": "enforce"}
                """);
        this.author = admin.person("Maria", "developer");
        this.qa = admin.person("Quinn", "qa");
    }

    /** A new, activated request for this version; answers its id. */
    public String request(String version) throws IOException, InterruptedException {
        String id =
                author.post(
                                "/v1/deployment-requests",
                                """
                                {"title": "Release %1$s",
                                 "items": [{"product": "api-service", "version": "%1$s"}],
                                 "environments": ["production"], "slots": [{"type": "qa"}]}
                                """
                                        .formatted(version))
                        .path("id")
                        .asString();
        author.post("/v1/deployment-requests/" + id + "/activate", "");
        return id;
    }

    public void approve(String request) throws IOException, InterruptedException {
        qa.post(
                "/v1/deployment-requests/" + request + "/approvals",
                """
                {"slot": "qa", "revision": 1}
                """);
    }

    /** The body of a gate check. */
    public static String check(String version) {
        return """
        {"product": "api-service", "version": "%s", "environment": "production"}
        """
                .formatted(version)
                .strip();
    }
}
