package dev.interlock.dr.write.registerproduct;

import static dev.interlock.dr.write.registerproduct.RegisterProductDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Ids;
import dev.interlock.dr.domain.Product;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.ProductLabelled;
import dev.interlock.dr.events.ProductRegistered;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisterProductDecisionTest {

    private static final ProductRegistered REGISTERED =
            new ProductRegistered("api", Ids.product("api"));

    @Test
    void itsLabelsAreKnownAsSoonAsItIs() {
        var command = new RegisterProduct("api", Map.of("tier", "1"));
        assertThat(decide(new Product.Unknown(), command))
                .isEqualTo(
                        Decision.accept(
                                REGISTERED, new ProductLabelled("api", Map.of("tier", "1"))));
    }

    @Test
    void aProductNeedsNoLabels() {
        assertThat(decide(new Product.Unknown(), new RegisterProduct("api", Map.of())))
                .isEqualTo(Decision.accept(REGISTERED));
    }

    @Test
    void oneThatIsKnownIsNotRegisteredAgain() {
        var known = new Product.Unknown().evolve(REGISTERED);
        assertThat(decide(known, new RegisterProduct("api", Map.of("tier", "1"))))
                .isEqualTo(Decision.refuse(new Refusal.ProductExists("api")));
    }
}
