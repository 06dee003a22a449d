package dev.interlock.rules.domain.facts;

import org.jspecify.annotations.Nullable;

/**
 * What has to be done before a deployment may start.
 *
 * @param product the product it is about; null = all
 * @param environment the target it is about; null = all
 * @param assigneeRole who is to do it; null = whoever may edit the deployment request
 */
public record Step(
        String id,
        String title,
        @Nullable String product,
        @Nullable String environment,
        @Nullable String assigneeRole,
        boolean done) {

    public Step done(boolean now) {
        return new Step(id, title, product, environment, assigneeRole, now);
    }

    public boolean concerns(String deployed, Environment target) {
        return (product == null || product.equals(deployed))
                && (environment == null || target.isCalled(environment));
    }
}
