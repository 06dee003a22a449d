package dev.interlock.dr.write.labelproduct;

import static dev.interlock.dr.write.labelproduct.LabelProductDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Ids;
import dev.interlock.dr.domain.Product;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.ProductLabelled;
import dev.interlock.dr.events.ProductRegistered;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelProductDecisionTest {

    private static final LabelProduct TIER_1 = new LabelProduct("api", Map.of("tier", "1"));

    @Test
    void aProductNobodyHasHeardOfIsRefused() {
        assertThat(decide(new Product.Unknown(), TIER_1))
                .isEqualTo(Decision.refuse(new Refusal.Unknown("product", "api")));
    }

    @Test
    void labelsThatAreNotSaidAgainAreGone() {
        var known = known(Map.of("tier", "1", "team", "payments"));

        assertThat(decide(known, TIER_1))
                .isEqualTo(Decision.accept(new ProductLabelled("api", Map.of("tier", "1"))));
    }

    @Test
    void sayingTheSameAgainIsNoEvent() {
        assertThat(decide(known(Map.of("tier", "1")), TIER_1)).isInstanceOf(Redundant.class);
    }

    private static Product known(Map<String, String> labels) {
        return new Product.Unknown()
                .evolve(new ProductRegistered("api", Ids.product("api")))
                .evolve(new ProductLabelled("api", labels));
    }
}
