package dev.interlock.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contracts.Head;
import dev.interlock.eventstore.Tally.Close;
import dev.interlock.eventstore.Tally.CountOften;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class HashChainTest {

    private final TallyService service = TallyService.on(TestInfrastructure.freshDatabase());

    @BeforeEach
    void fiveEvents() {
        service.send(new CountOften("äpfel", 4));
        service.send(new Close("äpfel", "a \"quoted\" reason,\nwith ✓ and 5:colons"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatWasAppendedVerifies() {
        Head head = service.reader().head();

        assertThat(service.reader().verify(head))
                .isEqualTo(new ChainVerification("dr", 5, head.chainHash(), true, null));
        assertThat(service.reader().after(0, 1).getFirst().previousHash())
                .isEqualTo("0".repeat(64));
    }

    @Test
    void historyCannotBeChangedByOrdinaryStatements() {
        for (String statement :
                new String[] {
                    "UPDATE event SET name = 'x'", "DELETE FROM event", "TRUNCATE event"
                }) {
            assertThatThrownBy(() -> service.jdbc().sql(statement).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only ever appended");
        }
    }

    @Test
    void aChangedPayloadIsFound() {
        tamper(
                "UPDATE event SET payload = '{\"amount\": 2, \"unit\": \"dozens\"}' WHERE position = 3");

        assertThat(service.reader().verify().brokenAt()).isEqualTo(3);
    }

    @Test
    void aChangedActorIsFound() {
        tamper(
                "UPDATE event SET metadata = jsonb_set(metadata, '{auth_id}', '\"usr_bob\"')"
                        + " WHERE position = 2");

        assertThat(service.reader().verify().brokenAt()).isEqualTo(2);
    }

    @Test
    void aMissingRowIsFound() {
        tamper("DELETE FROM event WHERE position = 2");

        assertThat(service.reader().verify().brokenAt()).isEqualTo(2);
    }

    @Test
    void aRowRewrittenWithAFittingHashBreaksTheNext() {
        tamper("UPDATE event SET time = time + interval '1 second' WHERE position = 2");
        tamper("UPDATE event SET hash = event_hash(event) WHERE position = 2");

        assertThat(service.reader().verify().brokenAt()).isEqualTo(3);
    }

    @Test
    void aCutOffEndIsFoundOnlyByAHeadRememberedElsewhere() {
        Head remembered = service.reader().head();
        tamper("DELETE FROM event WHERE position > 3");

        assertThat(service.reader().verify().intact()).isTrue();
        assertThat(service.reader().verify(remembered).brokenAt()).isEqualTo(4);
        service.send(new CountOften("pears", 2));
        assertThat(service.reader().verify().intact()).isTrue();
        assertThat(service.reader().verify(remembered).brokenAt()).isEqualTo(5);
    }

    /** As the owner of the table could, with the guard against accidents off. */
    private void tamper(String statement) {
        service.jdbc().sql("ALTER TABLE event DISABLE TRIGGER USER").update();
        service.jdbc().sql(statement).update();
        service.jdbc().sql("ALTER TABLE event ENABLE TRIGGER USER").update();
    }
}
