package dev.interlock.standalone.endtoend;

import dev.interlock.standalone.endtoend.Client.Answer;
import java.util.List;
import java.util.UUID;

/**
 * One release train, step by step, as its people and its CI run it; each has products and people of
 * its own.
 */
final class MainJob {

    /** A product version of the train. */
    record Item(String product, String version) {}

    private static final String PRODUCTION = "production";

    final Client admin;
    final Client author;
    final Client qa;
    final Client security;
    final Client ci;
    final List<Item> items;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    /** Environments are made once per installation, by the first train. */
    MainJob(Client admin) {
        this.admin = admin;
        environment("staging", "staging", "report_only");
        environment(PRODUCTION, "production", "enforce");
        author = person("Maria", "developer");
        qa = person("Quinn", "qa");
        security = person("Sam", "security");
        ci =
                admin.as(
                        admin.post(
                                        "/v1/tokens",
                                        """
                                {"kind":"service_key","name":"ci","actions":["build","deploy","check","read"]}""")
                                .expect(201)
                                .field("token"));
        items =
                List.of(
                        new Item("api-service-" + run, "2.15.0"),
                        new Item("frontend-" + run, "3.2.1"),
                        new Item("cache-layer-" + run, "1.4.0"));
    }

    private void environment(String name, String type, String mode) {
        Answer reply =
                admin.post(
                        "/v1/environments",
                        """
                        {"name":"%s","type":"%s","mode":"%s"}"""
                                .formatted(name, type, mode));
        if (reply.status() != 409) {
            reply.expect(201);
        }
    }

    private Client person(String name, String role) {
        String id =
                admin.post(
                                "/v1/people",
                                """
                                {"name":"%s","roles":["%s"]}"""
                                        .formatted(name, role))
                        .expect(201)
                        .field("id");
        return admin.as(
                admin.post(
                                "/v1/tokens",
                                """
                        {"kind":"personal","name":"laptop","person":"%s"}"""
                                        .formatted(id))
                        .expect(201)
                        .field("token"));
    }

    /** Builds, drafts and activates; returns the deployment request's id. */
    String activated() {
        for (Item item : items) {
            ci.post(
                            "/build-events/",
                            """
                            {"product_name":"%s","version":"%s","status":"completed","scm_sha":"%s"}"""
                                    .formatted(item.product(), item.version(), sha(item)))
                    .expect(200);
        }
        String dr =
                author.post("/v1/deployment-requests", contents("Release")).expect(201).field("id");
        author.post("/v1/deployment-requests/" + dr + "/activate", "").expect(200);
        return dr;
    }

    String contents(String title) {
        return """
        {"title":"%s","items":[%s],"environments":["production"],"slots":[{"type":"qa"},{"type":"security"}]}"""
                .formatted(
                        title,
                        String.join(
                                ",",
                                items.stream()
                                        .map(
                                                i ->
                                                        "{\"product\":\"%s\",\"version\":\"%s\"}"
                                                                .formatted(
                                                                        i.product(), i.version()))
                                        .toList()));
    }

    private static String sha(Item item) {
        return UUID.nameUUIDFromBytes(
                                item.product().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "")
                + "00000000";
    }

    Answer approve(Client by, String dr, String slot, int revision) {
        return by.post(
                "/v1/deployment-requests/" + dr + "/approvals",
                """
                {"slot":"%s","revision":%d}"""
                        .formatted(slot, revision));
    }

    Answer check(Item item) {
        return check(item, PRODUCTION);
    }

    Answer check(Item item, String environment) {
        return ci.post(
                "/v1/gate/checks",
                """
                {"product":"%s","version":"%s","environment":"%s"}"""
                        .formatted(item.product(), item.version(), environment));
    }

    /** Reports by the compatible endpoint, as a CI client does. */
    Answer report(Item item, String status, String invoke) {
        return report(item, PRODUCTION, status, invoke);
    }

    Answer report(Item item, String environment, String status, String invoke) {
        return ci.post(
                "/deployment-events/",
                """
                {"product_name":"%s","version":"%s","environment_name":"%s","status":"%s","source_system":"github","invoke_id":"%s"}"""
                        .formatted(item.product(), item.version(), environment, status, invoke));
    }

    String state(String dr) {
        return author.get("/v1/deployment-requests/" + dr).expect(200).field("state");
    }
}
