package dev.interlock.notification.facts;

import dev.interlock.contracts.approval.RoleGrantedV1;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds which roles, and which roles fill which approval types, as approval-service told. */
@Component
public class KnownPeople {

    private final JdbcClient database;

    KnownPeople(JdbcClient database) {
        this.database = database;
    }

    public void granted(RoleGrantedV1 m) {
        database.sql(
                        """
                        insert into known_role (person, role, grant_id, products, environments)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .param(m.person())
                .param(m.role())
                .param(m.grantId())
                .param(array(m.products()))
                .param(array(m.environments()))
                .update();
    }

    private static String @Nullable [] array(@Nullable List<String> names) {
        return names == null ? null : names.toArray(String[]::new);
    }

    public void revoked(String person, String grant) {
        database.sql("delete from known_role where person = ? and grant_id = ?")
                .params(person, grant)
                .update();
    }

    /** Whether the person can act; nobody else is asked. */
    public void active(String person, boolean active) {
        database.sql(
                        active
                                ? "delete from inactive_person where person = ?"
                                : "insert into inactive_person (person) values (?)"
                                        + " on conflict do nothing")
                .param(person)
                .update();
    }

    public void typeDefined(String type, List<String> roles) {
        database.sql(
                        """
                        insert into known_approval_type (type, roles) values (?, ?)
                        on conflict (type) do update set roles = excluded.roles
                        """)
                .params(type, roles.toArray(String[]::new))
                .update();
    }

    public Map<String, Set<String>> rolesByPerson() {
        var roles = new TreeMap<String, Set<String>>();
        database.sql(
                        "select person, role from known_role where person not in (select person from inactive_person)")
                .query(
                        row -> {
                            roles.computeIfAbsent(row.getString(1), p -> new HashSet<>())
                                    .add(row.getString(2));
                        });
        return roles;
    }

    /** Of those who can act, the roles that they hold for this product there. */
    public Map<String, Set<String>> rolesByPerson(String product, String environment) {
        var roles = new TreeMap<String, Set<String>>();
        database.sql(
                        """
                        select person, role from known_role
                        where person not in (select person from inactive_person)
                          and (products is null or ? = any (products))
                          and (environments is null or ? = any (environments))
                        """)
                .params(product, environment)
                .query(
                        row -> {
                            roles.computeIfAbsent(row.getString(1), p -> new HashSet<>())
                                    .add(row.getString(2));
                        });
        return roles;
    }

    public Map<String, Set<String>> rolesByType() {
        var roles = new HashMap<String, Set<String>>();
        database.sql("select type, roles from known_approval_type")
                .query(
                        row -> {
                            String[] names = (String[]) row.getArray(2).getArray();
                            roles.put(row.getString(1), Set.copyOf(Arrays.asList(names)));
                        });
        return roles;
    }
}
