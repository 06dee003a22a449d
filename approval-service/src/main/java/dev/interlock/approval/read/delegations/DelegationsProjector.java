package dev.interlock.approval.read.delegations;

import static java.time.ZoneOffset.UTC;

import dev.interlock.approval.events.DelegationEnded;
import dev.interlock.approval.events.DelegationEvent;
import dev.interlock.approval.events.DelegationGiven;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DelegationsProjector implements InlineProjection {

    private final JdbcClient jdbc;

    DelegationsProjector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "delegations";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof DelegationEvent delegation) {
            switch (delegation) {
                case DelegationGiven e -> given(e, occurrence.position());
                case DelegationEnded e ->
                        jdbc.sql("UPDATE delegation SET ended_at = ? WHERE delegation = ?")
                                .params(e.at().atOffset(UTC), e.delegation())
                                .update();
            }
        }
    }

    private void given(DelegationGiven e, long position) {
        jdbc.sql(
                        """
                        INSERT INTO delegation (delegation, delegator, delegate, starts_at,
                            ends_at, environments, products, types, reason, position)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        e.delegation(),
                        e.from(),
                        e.to(),
                        e.startsAt().atOffset(UTC),
                        e.endsAt().atOffset(UTC),
                        array(e.environments()),
                        array(e.products()),
                        array(e.types()),
                        e.reason(),
                        position)
                .update();
    }

    private static String[] array(@Nullable List<String> values) {
        return values == null ? new String[0] : values.toArray(String[]::new);
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM delegation").update();
    }
}
