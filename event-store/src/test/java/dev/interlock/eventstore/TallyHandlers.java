package dev.interlock.eventstore;

import dev.interlock.eventstore.Tally.AlreadyClosed;
import dev.interlock.eventstore.Tally.Close;
import dev.interlock.eventstore.Tally.Closed;
import dev.interlock.eventstore.Tally.Count;
import dev.interlock.eventstore.Tally.CountOften;
import dev.interlock.eventstore.Tally.Counted;
import dev.interlock.eventstore.Tally.Notice;
import dev.interlock.eventstore.Tally.Noticed;
import dev.interlock.eventstore.Tally.TallyEvent;
import java.util.Collections;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

final class TallyHandlers {

    private final Entities<Tally, TallyEvent> tallies;
    private final JdbcClient jdbc;
    private volatile Runnable whileDeciding = () -> {};

    TallyHandlers(Entities<Tally, TallyEvent> tallies, JdbcClient jdbc) {
        this.tallies = tallies;
        this.jdbc = jdbc;
    }

    /** Runs after the entity was loaded and before anything is decided. */
    void whileDeciding(Runnable action) {
        whileDeciding = action;
    }

    /** Writes a note of its own first, to show what becomes of a handler's SQL. */
    @CommandHandler
    long handle(Count command, EventMetadata by) {
        jdbc.sql("INSERT INTO note (text) VALUES (?)").param(by.authId()).update();
        return tallies.update(
                        command.tally(),
                        tally -> {
                            whileDeciding.run();
                            if (tally.closed()) {
                                throw new AlreadyClosed(command.tally());
                            }
                            return List.of(new Counted(command.amount(), Tally.Unit.WHOLE_PIECES));
                        })
                .state()
                .total();
    }

    @CommandHandler
    Changed<Tally> handle(CountOften command) {
        return tallies.update(
                command.tally(),
                tally ->
                        Collections.nCopies(
                                command.times(), new Counted(1, Tally.Unit.WHOLE_PIECES)));
    }

    @CommandHandler
    Changed<Tally> handle(Close command) {
        return tallies.update(
                command.tally(),
                tally -> tally.closed() ? List.of() : List.of(new Closed(command.reason())));
    }

    @CommandHandler
    Changed<Tally> handle(Notice command) {
        return tallies.update(command.tally(), tally -> List.of(new Noticed()));
    }
}
