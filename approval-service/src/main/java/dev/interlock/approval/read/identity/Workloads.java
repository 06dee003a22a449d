package dev.interlock.approval.read.identity;

import dev.interlock.approval.read.identity.Grants.Limits;
import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.WorkloadClaims;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a job of a CI system may, by the trust policies that fit what its token says. */
@Component
class Workloads {

    private record Policy(String id, Map<String, String> claims, Limits limits) {

        boolean fits(Map<String, String> said) {
            return claims.entrySet().stream()
                    .allMatch(claim -> claim.getValue().equals(said.get(claim.getKey())));
        }
    }

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;

    Workloads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> issuers() {
        return jdbc.sql("SELECT DISTINCT issuer FROM trust_policy ORDER BY issuer")
                .query(String.class)
                .list();
    }

    /** Empty if no policy fits; what several allow adds up. */
    Optional<Identity> of(WorkloadClaims said) {
        var fitting =
                jdbc
                        .sql(
                                """
                                SELECT * FROM trust_policy
                                WHERE issuer = ? AND audience = ANY (?) ORDER BY policy
                                """)
                        .param(said.issuer())
                        .param(said.audiences().toArray(String[]::new))
                        .query((r, _) -> policy(r))
                        .list()
                        .stream()
                        .filter(policy -> policy.fits(said.claims()))
                        .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(identity(fitting, said));
    }

    /** Known by the first policy: the id stays the same from run to run. */
    private static Identity identity(List<Policy> policies, WorkloadClaims said) {
        var grants = new ArrayList<Grant>();
        policies.forEach(policy -> grants.addAll(Grants.ofMachine(policy.limits(), "ci")));
        boolean one = policies.size() == 1;
        var first = policies.getFirst();
        return new Identity(
                first.id(),
                "workload",
                "ci",
                null,
                null,
                name(said),
                Set.of(),
                Grants.permissions(grants),
                one ? first.limits().products() : List.of(),
                one ? first.limits().environments() : List.of(),
                grants);
    }

    private static String name(WorkloadClaims said) {
        var subject = said.claims().getOrDefault("sub", said.issuer());
        return subject.substring(0, Math.min(LONGEST_NAME, subject.length()));
    }

    private static Policy policy(ResultSet r) throws SQLException {
        var names = strings(r, "claim_names");
        var values = strings(r, "claim_values");
        var claims = new HashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            claims.put(names.get(i), values.get(i));
        }
        return new Policy(
                r.getString("policy"),
                claims,
                new Limits(
                        strings(r, "actions"), strings(r, "products"), strings(r, "environments")));
    }

    private static List<String> strings(ResultSet r, String column) throws SQLException {
        return List.of((String[]) r.getArray(column).getArray());
    }
}
