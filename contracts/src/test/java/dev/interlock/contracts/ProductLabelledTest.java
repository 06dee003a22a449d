package dev.interlock.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.dr.ProductLabelledV1;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductLabelledTest {

    /** The audit log's chain is over the words: an event read again must have the very same. */
    @Test
    void labelsAreToldInOneOrder() {
        var labels = Map.of("a", "1", "b", "2", "c", "3", "d", "4", "e", "5", "f", "6", "g", "7");

        assertThat(new ProductLabelledV1("api", labels).labels().keySet())
                .containsExactly("a", "b", "c", "d", "e", "f", "g");
    }
}
