package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding.Remedy;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.rule.Rule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where to go to put it right; paths are relative to the installation's public address. */
final class Remedies {

    private Remedies() {}

    static Remedy open(Request request) {
        return open(request.id());
    }

    /**
     * @param dr id of a deployment request
     */
    static Remedy open(String dr) {
        return new Remedy("Open " + dr, "/v1/deployment-requests/" + dr);
    }

    /** What was said of a version, sign-offs included. */
    static Remedy record(String product, String version) {
        return new Remedy(
                "Open the record of " + product + " " + version,
                "/v1/version-approvals?product="
                        + encoded(product)
                        + "&version="
                        + encoded(version));
    }

    static Remedy rule(Rule rule) {
        return new Remedy("Read the rule " + rule.name(), "/v1/rules/" + rule.id());
    }

    static Remedy deployment(String id) {
        return new Remedy("Open " + id, "/v1/deployments/" + id);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
