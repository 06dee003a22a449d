package dev.interlock.approval.read.trustpolicies;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class TrustPoliciesApi {

    record TrustPolicy(
            String id,
            String issuer,
            String audience,
            Map<String, String> claims,
            List<String> actions,
            List<String> products,
            List<String> environments) {}

    private final JdbcClient jdbc;

    TrustPoliciesApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/v1/trust-policies")
    ResponseEntity<Page<TrustPolicy>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.PEOPLE_WRITE);
        var window = Page.Names.of("trust-policies", limit, cursor);
        return Page.answer(
                jdbc.sql("SELECT * FROM trust_policy WHERE policy > ? ORDER BY policy LIMIT ?")
                        .params(window.after(), window.limit() + 1)
                        .query((r, _) -> policy(r))
                        .list(),
                window,
                TrustPolicy::id);
    }

    private static TrustPolicy policy(ResultSet r) throws SQLException {
        var names = strings(r, "claim_names");
        var values = strings(r, "claim_values");
        var claims = new TreeMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            claims.put(names.get(i), values.get(i));
        }
        return new TrustPolicy(
                r.getString("policy"),
                r.getString("issuer"),
                r.getString("audience"),
                claims,
                strings(r, "actions"),
                strings(r, "products"),
                strings(r, "environments"));
    }

    private static List<String> strings(ResultSet r, String column) throws SQLException {
        return List.of((String[]) r.getArray(column).getArray());
    }
}
