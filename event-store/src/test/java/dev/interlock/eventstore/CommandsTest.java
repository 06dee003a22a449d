package dev.interlock.eventstore;

import static dev.interlock.eventstore.TallyService.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contracts.Head;
import dev.interlock.eventstore.Tally.AlreadyClosed;
import dev.interlock.eventstore.Tally.Close;
import dev.interlock.eventstore.Tally.Closed;
import dev.interlock.eventstore.Tally.Count;
import dev.interlock.eventstore.Tally.CountOften;
import dev.interlock.eventstore.Tally.Counted;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import java.time.Instant;
import org.axonframework.config.Configuration;
import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private final TallyService service = TallyService.on(TestInfrastructure.freshDatabase());

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void anEventIsStoredUnderItsCatalogueNameWithWhoDidIt() {
        Instant before = Instant.now();

        Answer<Long> answer = service.send(new Count("apples", 3));

        assertThat(answer).isEqualTo(new Answer<>(3L, 1));
        StoredEvent stored = service.reader().after(0, 10).getFirst();
        assertThat(stored.name()).isEqualTo("tally.counted");
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.entityType()).isEqualTo("tally");
        assertThat(stored.entityId()).isEqualTo("apples");
        assertThat(stored.sequence()).isZero();
        assertThat(stored.payload()).isEqualTo("{\"unit\": \"whole_pieces\", \"amount\": 3}");
        assertThat(stored.by()).isEqualTo(ANN);
        assertThat(stored.time()).isBetween(before.minusSeconds(1), Instant.now());
        assertThat(service.reader().decode(stored))
                .isEqualTo(new Counted(3, Tally.Unit.WHOLE_PIECES));
    }

    @Test
    void theEventsOfOneCommandFollowEachOther() {
        service.send(new CountOften("apples", 3));
        service.send(new CountOften("apples", 2));

        assertThat(service.reader().ofEntity("tally", "apples"))
                .extracting(StoredEvent::position, StoredEvent::sequence)
                .containsExactly(tuple(1, 0), tuple(2, 1), tuple(3, 2), tuple(4, 3), tuple(5, 4));
        assertThat(tallies().load("apples")).isEqualTo(new Tally(5, false));
        assertThat(tallies().load("pears")).isEqualTo(Tally.NEW);
    }

    @Test
    void aRedundantCommandAppendsNothingAndAnswersTheHead() {
        service.send(new Close("apples", "sold"));
        service.send(new Count("pears", 1));

        Answer<Changed<Tally>> again = service.send(new Close("apples", "sold"));

        assertThat(again.position()).isEqualTo(2);
        assertThat(again.result().events()).isZero();
    }

    @Test
    void aRefusedCommandRollsItsSqlBackAndTellsWhyAsItIs() {
        service.send(new Close("apples", "sold"));

        assertThatThrownBy(() -> service.send(new Count("apples", 1)))
                .isInstanceOf(AlreadyClosed.class)
                .hasMessage("apples is closed");

        assertThat(service.jdbc().sql("SELECT text FROM note").query().listOfRows()).isEmpty();
        assertThat(service.get(TallyTotals.class).rows()).isEmpty();
        assertThat(service.reader().head().position()).isEqualTo(1);
        service.send(new Count("pears", 1));
        assertThat(service.jdbc().sql("SELECT text FROM note").query(String.class).list())
                .containsExactly("usr_ann");
    }

    @Test
    void anEventOutsideTheCatalogueIsNotStored() {
        record Stranger() {}

        assertThatThrownBy(() -> service.get(EventCatalogue.class).nameOf(new Stranger()))
                .hasMessageContaining("expected: a class of the dr catalogue");
    }

    @Test
    void anUnknownNameStaysReadableRaw() {
        service.send(new Close("apples", "sold"));
        EventCatalogue older =
                EventCatalogue.of("dr").add("tally.counted", 1, Counted.class).build();

        StoredEvent stored = service.reader().after(0, 1).getFirst();

        assertThat(older.knows(stored)).isFalse();
        assertThat(stored.payload()).isEqualTo("{\"reason\": \"sold\"}");
        assertThatThrownBy(() -> older.decode(stored))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("position 1: tally.closed version 1");
        assertThat(service.reader().decode(stored)).isEqualTo(new Closed("sold"));
    }

    @Test
    void inlineProjectionsAreRebuiltToTheSameRows() {
        service.send(new Count("apples", 3));
        service.send(new CountOften("pears", 4));
        service.send(new Count("apples", 2));
        var before = service.get(TallyTotals.class).rows();
        service.jdbc().sql("UPDATE tally_total SET total = 77").update();

        long position = service.get(InlineProjections.class).rebuild();

        assertThat(before).containsExactly("apples=5@6", "pears=4@5");
        assertThat(service.get(TallyTotals.class).rows()).isEqualTo(before);
        assertThat(position).isEqualTo(6);
    }

    @Test
    void theHeadOfAnEmptyStoreIsZero() {
        assertThat(service.reader().head()).isEqualTo(new Head("dr", 0, "0".repeat(64)));
    }

    @Test
    void nothingPhonesHome() {
        assertThat(service.get(UsagePropertyProvider.class).getDisabled()).isTrue();
        assertThat(service.get(Configuration.class).eventStore().getClass().getSimpleName())
                .isEqualTo("EmbeddedEventStore");
    }

    @SuppressWarnings("unchecked")
    private Entities<Tally, Tally.TallyEvent> tallies() {
        return service.get(Entities.class);
    }

    private static org.assertj.core.groups.Tuple tuple(long position, long sequence) {
        return org.assertj.core.groups.Tuple.tuple(position, sequence);
    }
}
