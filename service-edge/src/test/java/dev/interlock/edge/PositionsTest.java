package dev.interlock.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

    @Test
    void aHeaderReadsBackAsItWasWritten() {
        var positions = Map.of("dr", 12L, "approval", 3L);
        assertThat(Positions.format(positions)).isEqualTo("approval=3,dr=12");
        assertThat(Positions.parse("approval=3, dr=12")).isEqualTo(positions);
        assertThat(Positions.parse(null)).isEmpty();
    }

    @Test
    void theNewerOfTwoCounts() {
        assertThat(
                        Positions.newest(
                                Map.of("dr", 5L, "rules", 1L), Map.of("dr", 4L, "approval", 2L)))
                .isEqualTo(Map.of("dr", 5L, "rules", 1L, "approval", 2L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dr",
                "dr=",
                "=1",
                "dr=-1",
                "dr=1,",
                "dr=99999999999999999999",
                "dr=x",
                "drr=1",
                "DR=1"
            })
    void anythingElseIsRefusedAndNotIgnored(String header) {
        assertThatThrownBy(() -> Positions.parse(header)).isInstanceOf(Problem.class);
    }
}
