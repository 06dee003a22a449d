package dev.interlock.gateway.route;

import static dev.interlock.gateway.upstream.Destination.APPROVAL;
import static dev.interlock.gateway.upstream.Destination.DR;
import static dev.interlock.gateway.upstream.Destination.NOTIFICATION;
import static dev.interlock.gateway.upstream.Destination.RULES;

import dev.interlock.gateway.limit.RateLimits.Kind;
import dev.interlock.gateway.upstream.Destination;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The route table: the first segment after {@code /v1/} names the service. A path that would have
 * to be decoded or normalised before it can be judged has no route, so that gateway and service can
 * never read it differently.
 */
final class Routes {

    static final String PREFIX = "/v1/";
    private static final Duration USUAL = Duration.ofSeconds(15);
    private static final Duration LONG = Duration.ofMinutes(2);

    static final Map<String, Destination> BY_NOUN =
            Map.ofEntries(
                    Map.entry("environments", DR),
                    Map.entry("products", DR),
                    Map.entry("versions", DR),
                    Map.entry("builds", DR),
                    Map.entry("deployment-requests", DR),
                    Map.entry("deployments", DR),
                    Map.entry("templates", DR),
                    Map.entry("people", APPROVAL),
                    Map.entry("groups", APPROVAL),
                    Map.entry("trust-policies", APPROVAL),
                    Map.entry("delegations", APPROVAL),
                    Map.entry("tasks", APPROVAL),
                    Map.entry("tokens", APPROVAL),
                    Map.entry("whoami", APPROVAL),
                    Map.entry("approval-types", APPROVAL),
                    Map.entry("version-approvals", APPROVAL),
                    Map.entry("version-rejections", APPROVAL),
                    Map.entry("version-quarantines", APPROVAL),
                    Map.entry("gate", RULES),
                    Map.entry("decisions", RULES),
                    Map.entry("rules", RULES),
                    Map.entry("calendars", RULES),
                    Map.entry("freezes", RULES),
                    Map.entry("overrides", RULES),
                    Map.entry("state", RULES),
                    Map.entry("audit", RULES),
                    Map.entry("projections", RULES),
                    Map.entry("inbox", NOTIFICATION));

    /** Parts of a deployment request that approval-service owns. */
    private static final Set<String> APPROVALS = Set.of("approvals", "rejections");

    /** Parts of a deployment request that the rules engine tells. */
    private static final String READINESS = "readiness";

    private static final String HISTORY = "history";

    /** Parts of an environment that the rules engine tells. */
    private static final String STATE = "state";

    private static final String CANDIDATES = "candidates";

    private static final String SCHEDULE = "schedule.ics";

    private static final Set<String> IDENTITIES = Set.of("people", "tokens", "trust-policies");
    private static final Set<String> LONG_RUNNING =
            Set.of(
                    "/v1/projections/rebuild",
                    "/v1/audit/verify",
                    "/v1/rules/backtests",
                    "/v1/state");

    /** Read the whole record, too. */
    private static final Set<String> LONG_RUNNING_PARTS = Set.of("replay", STATE);

    private Routes() {}

    /**
     * @param uri the raw path, undecoded, without query
     */
    static @Nullable Route find(String method, String uri) {
        if (!uri.startsWith(PREFIX) || !isPlain(uri)) {
            return null;
        }
        String[] segments = uri.substring(PREFIX.length()).split("/", 4);
        String noun = segments[0];
        Destination to = BY_NOUN.get(noun);
        if (to == null) {
            return null;
        }
        if (noun.equals("deployment-requests")
                && segments.length > 2
                && APPROVALS.contains(segments[2])) {
            to = APPROVAL;
        }
        String part = segments.length == 3 ? segments[2] : "";
        boolean told =
                noun.equals("deployment-requests")
                                && (part.equals(READINESS) || part.equals(HISTORY))
                        || noun.equals("environments")
                                && (part.equals(STATE)
                                        || part.equals(CANDIDATES)
                                        || part.equals(SCHEDULE));
        if (told) {
            to = RULES;
        }
        boolean reads = method.equals("GET") || method.equals("HEAD");
        boolean checks = uri.equals("/v1/gate/checks");
        return new Route(
                to,
                LONG_RUNNING.contains(uri) || LONG_RUNNING_PARTS.contains(part) ? LONG : USUAL,
                checks || told || noun.equals("decisions") || noun.equals(STATE),
                checks || (noun.equals("deployments") && !reads) ? Kind.GATE : Kind.DEFAULT,
                reads || checks,
                !reads && IDENTITIES.contains(noun));
    }

    private static boolean isPlain(String uri) {
        return uri.indexOf(';') < 0
                && uri.indexOf('\\') < 0
                && !uri.contains("//")
                && !uri.contains("/.")
                && !hidesAPathSeparator(uri);
    }

    /** Encoded slashes, backslashes, dots and percent signs that a second decoding would see. */
    private static boolean hidesAPathSeparator(String uri) {
        for (int at = uri.indexOf('%'); at >= 0; at = uri.indexOf('%', at + 1)) {
            if (at + 2 >= uri.length()) {
                return true;
            }
            String code = uri.substring(at + 1, at + 3).toLowerCase(java.util.Locale.ROOT);
            if (code.equals("2f") || code.equals("5c") || code.equals("2e") || code.equals("00")) {
                return true;
            }
        }
        return false;
    }
}
