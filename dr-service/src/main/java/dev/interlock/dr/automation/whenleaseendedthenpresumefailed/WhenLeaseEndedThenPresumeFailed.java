package dev.interlock.dr.automation.whenleaseendedthenpresumefailed;

import dev.interlock.dr.automation.whenleaseendedthenpresumefailed.LapsedLeases.Lapsed;
import dev.interlock.dr.watch.Watch;
import dev.interlock.dr.write.presumefailed.PresumeFailed;
import dev.interlock.eventstore.Commands;
import dev.interlock.eventstore.EventMetadata;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Neither the gate nor a start waits for it: both judge from the lease itself. */
@Component
class WhenLeaseEndedThenPresumeFailed extends Watch {

    private static final int PAGE = 200;

    private final LapsedLeases lapsed;
    private final Commands commands;
    private final Clock clock;

    WhenLeaseEndedThenPresumeFailed(LapsedLeases lapsed, Commands commands, Clock clock) {
        super("lease-watch");
        this.lapsed = lapsed;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    protected void look() {
        var now = clock.instant();
        for (var one : lapsed.at(now, PAGE)) {
            lookAt(one.deployment(), () -> presume(one, now));
        }
    }

    private void presume(Lapsed of, Instant now) {
        commands.send(
                new PresumeFailed(of.deployment(), of.product(), of.environment(), now),
                EventMetadata.system("dr-service"));
    }
}
