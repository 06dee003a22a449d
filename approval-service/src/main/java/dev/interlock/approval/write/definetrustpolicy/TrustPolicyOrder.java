package dev.interlock.approval.write.definetrustpolicy;

import dev.interlock.approval.http.ScopeNames;
import dev.interlock.approval.http.TokenActions;
import dev.interlock.edge.Violations;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A trust policy as asked for.
 *
 * @param issuer as its tokens say it, for example {@code
 *     https://token.actions.githubusercontent.com}
 * @param audience that its tokens must name
 * @param claims what its tokens must say; at least one immutable id
 * @param actions what may be done with them
 */
record TrustPolicyOrder(
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable Map<String, @Nullable String> claims,
        @Nullable List<@Nullable String> actions,
        @Nullable List<@Nullable String> products,
        @Nullable List<@Nullable String> environments) {

    /**
     * Ids that CI systems never give to another project or owner: GitHub Actions, GitLab,
     * Buildkite, Bitbucket Pipelines and CircleCI, as their documents name them. Names, and {@code
     * sub} which is made of names, pass to whoever takes a name after it was given up.
     */
    static final Set<String> IMMUTABLE =
            Set.of(
                    "repository_id",
                    "repository_owner_id",
                    "project_id",
                    "namespace_id",
                    "organization_id",
                    "pipeline_id",
                    "repositoryUuid",
                    "workspaceUuid",
                    "oidc.circleci.com/project-id",
                    "oidc.circleci.com/org-id");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST = 500;
    private static final int MOST_CLAIMS = 20;

    record Valid(
            String issuer,
            String audience,
            Map<String, String> claims,
            List<String> actions,
            List<String> products,
            List<String> environments) {}

    /**
     * @throws dev.interlock.edge.Problem 422 naming everything that is wrong
     */
    Valid validate() {
        var violations = new Violations();
        var from = violations.line("/issuer", issuer, LONGEST);
        violations.expect(
                from.isEmpty() || mayIssue(from),
                "/issuer",
                from + " (expected: an https URL without query; http only on this machine)");
        var forWhom = violations.line("/audience", audience, LONGEST);
        var said = claims(violations);
        var allowed = TokenActions.check(actions, true, violations);
        var inProducts = ScopeNames.check("/products", products, violations);
        var inEnvironments = ScopeNames.check("/environments", environments, violations);
        violations.throwIfAny();
        return new Valid(from, forWhom, said, allowed, inProducts, inEnvironments);
    }

    private Map<String, String> claims(Violations violations) {
        var checked = new TreeMap<String, String>();
        if (claims == null || claims.isEmpty()) {
            violations.add("/claims", "is required: what its tokens must say");
            return checked;
        }
        violations.expect(
                claims.size() <= MOST_CLAIMS,
                "/claims",
                "has %d entries (expected: <= %d)".formatted(claims.size(), MOST_CLAIMS));
        claims.forEach(
                (name, value) -> {
                    var at = "/claims/" + name.replace("~", "~0").replace("/", "~1");
                    var claim = violations.line("/claims", name, LONGEST);
                    checked.put(claim, violations.line(at, value, LONGEST));
                });
        violations.expect(
                checked.keySet().stream().anyMatch(IMMUTABLE::contains),
                "/claims",
                "names no immutable id (expected: at least one of "
                        + String.join(", ", IMMUTABLE.stream().sorted().toList())
                        + "); sub is made of names, and a name can pass to somebody else");
        return checked;
    }

    private static boolean mayIssue(String issuer) {
        try {
            var uri = new URI(issuer);
            var host = uri.getHost();
            return host != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host)));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
