package dev.interlock.rules.read.gate;

import dev.interlock.edge.idempotency.ReplayRule;
import org.springframework.stereotype.Component;

/** A check is a question about now: an answer of before would be a stale one. */
@Component
class AskedAnew implements ReplayRule {

    @Override
    public boolean isAskedAnew(String path) {
        return path.equals("/v1/gate/checks");
    }
}
