package dev.interlock.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsFileTest {

    @Test
    void aSectionIsAddedOnceAndThenReplacedInItsPlace() {
        String first = ResultsFile.replaced("# Results\n", "a", "A", "one");
        String both = ResultsFile.replaced(first, "b", "B", "two");

        String again = ResultsFile.replaced(both, "a", "A", "three");

        assertThat(again)
                .isEqualTo(
                        """
                        # Results

                        <!-- a -->
                        ## A

                        three
                        <!-- end of a -->

                        <!-- b -->
                        ## B

                        two
                        <!-- end of b -->
                        """);
    }

    @Test
    void percentilesAreNearestRanks() {
        List<Double> values = List.of(4.0, 1.0, 3.0, 2.0);

        assertThat(Spread.of(values)).isEqualTo(new Spread(1, 2, 4));
        assertThat(Spread.percentile(values, 0.99)).isEqualTo(4);
    }
}
