package dev.interlock.rules.domain.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done before a deployment may start.
 *
 * @param product the product it is about; null = all
 * @param environment the target it is about; null = all
 * @param assigneeRole who is to do it; null = whoever may edit the deployment request
 * @param kind {@code manual} or {@code evidence}
 * @param deadline when it is overdue; null = never
 */
public record Step(
        String id,
        String title,
        @Nullable String product,
        @Nullable String environment,
        @Nullable String assigneeRole,
        String kind,
        @Nullable Instant deadline,
        boolean done) {

    public Step done(boolean now) {
        return new Step(id, title, product, environment, assigneeRole, kind, deadline, now);
    }

    public boolean concerns(String deployed, Environment target) {
        return (product == null || product.equals(deployed))
                && (environment == null || target.isCalled(environment));
    }
}
