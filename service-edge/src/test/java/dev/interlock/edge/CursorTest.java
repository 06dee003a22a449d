package dev.interlock.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void leadsBackToTheKey() {
        String cursor = Cursor.of("2026-11-22T21:30:00Z", "dr", "12");

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.parts(cursor, 3)).isEqualTo(List.of("2026-11-22T21:30:00Z", "dr", "12"));
        assertThat(Page.Window.of(null, Cursor.of("7"))).isEqualTo(new Page.Window(7, 50));
        assertThat(Page.Names.of("places", 3, Cursor.of("places", "Zürich")))
                .isEqualTo(new Page.Names("places", "Zürich", 3));
    }

    /** The last but one: of another list; the last: not UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "12", "%%%", "LTE", "YQAx", "YQ", "MQoy", "_w"})
    void isRefusedUnlessAListOfThisKindGaveIt(String cursor) {
        assertThatThrownBy(() -> Page.Window.of(null, cursor))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(422);
                            assertThat(problem.errors().getFirst().pointer()).isEqualTo("?cursor");
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void theLimitHasBounds(int limit) {
        assertThatThrownBy(() -> Page.Window.of(limit, null))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.errors().getFirst().pointer())
                                        .isEqualTo("?limit"));
    }
}
