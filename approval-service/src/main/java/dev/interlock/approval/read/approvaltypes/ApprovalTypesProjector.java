package dev.interlock.approval.read.approvaltypes;

import dev.interlock.approval.events.ApprovalTypeDefined;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ApprovalTypesProjector implements InlineProjection {

    private final JdbcClient jdbc;

    ApprovalTypesProjector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "approval_types";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof ApprovalTypeDefined(var type, var name, var roles)) {
            jdbc.sql(
                            """
                            INSERT INTO approval_type (type, name, roles) VALUES (?, ?, ?)
                            ON CONFLICT (type) DO UPDATE
                            SET name = excluded.name, roles = excluded.roles
                            """)
                    .params(type, name, roles.toArray(String[]::new))
                    .update();
        }
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM approval_type").update();
    }
}
