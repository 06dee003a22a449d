package dev.interlock.approval.deploymentrequests;

import dev.interlock.contracts.dr.DeploymentRequestView.Builder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which persons are meant by what builds say of who built: an id, or an e-mail address. */
@Component
public class Builders {

    private final JdbcClient jdbc;

    Builders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opaque ids; without the builders that are no person known here, such as machines. */
    public Set<String> persons(List<Builder> builders) {
        var ids = new HashSet<String>();
        var emails = new HashSet<String>();
        for (var builder : builders) {
            add(ids, emails, builder.id());
            add(ids, emails, builder.email());
        }
        if (ids.isEmpty() && emails.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                jdbc.sql("SELECT person FROM person WHERE person = ANY (?) OR email = ANY (?)")
                        .params(ids.toArray(String[]::new), emails.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    private static void add(Set<String> ids, Set<String> emails, @Nullable String name) {
        if (name != null) {
            ids.add(name);
            emails.add(name.toLowerCase(Locale.ROOT));
        }
    }
}
