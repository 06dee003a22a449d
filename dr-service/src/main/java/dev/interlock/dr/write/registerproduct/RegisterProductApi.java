package dev.interlock.dr.write.registerproduct;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
class RegisterProductApi {

    record Body(@Nullable String name, @Nullable Map<String, @Nullable String> labels) {}

    private final Dispatch dispatch;

    RegisterProductApi(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** The rules for its like can hold for its first deployment too. */
    @PostMapping("/v1/products")
    ResponseEntity<ProductView> register(@RequestBody Body body, Caller caller) {
        caller.require(Permission.RULE_WRITE);
        var violations = new Violations();
        var fields = new Fields(violations);
        var command =
                new RegisterProduct(
                        fields.product("/name", body.name()), fields.labels(body.labels()));
        violations.throwIfAny();
        Answer<Product> answer = dispatch.send(command, caller);
        var location =
                UriComponentsBuilder.fromPath("/v1/products/{name}")
                        .encode()
                        .buildAndExpand(command.name())
                        .toUri();
        return Dispatch.answer(201, answer.position())
                .location(location)
                .body(ProductView.of(answer.result()));
    }
}
