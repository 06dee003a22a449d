package dev.interlock.dr.write.labelproduct;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Product;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.Fields;
import dev.interlock.dr.http.ProductView;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LabelProductApi {

    record Body(@Nullable Map<String, @Nullable String> labels) {}

    private final Dispatch dispatch;

    LabelProductApi(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /**
     * Labels decide which rules hold for a product, so who may not write every rule may not change
     * them either.
     */
    @PutMapping("/v1/products/{name}/labels")
    ResponseEntity<ProductView> label(
            @PathVariable String name, @RequestBody Body body, Caller caller) {
        caller.require(Permission.RULE_WRITE);
        var violations = new Violations();
        var fields = new Fields(violations);
        var product = fields.product("/name", name);
        violations.expect(
                body.labels() != null,
                "/labels",
                "is required (expected: all labels by name; {} for none)");
        var command = new LabelProduct(product, fields.labels(body.labels()));
        violations.throwIfAny();
        Answer<Product> answer = dispatch.send(command, caller);
        return Dispatch.answer(200, answer.position()).body(ProductView.of(answer.result()));
    }
}
