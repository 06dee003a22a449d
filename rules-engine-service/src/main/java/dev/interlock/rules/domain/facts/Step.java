package dev.interlock.rules.domain.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done before a deployment may start, or after it.
 *
 * @param product the product it is about; null = all
 * @param environment the target it is about; null = all
 * @param assigneeRole who is to do it; null = whoever may edit the deployment request
 * @param kind {@code manual} or {@code evidence}
 * @param after true = to be done after the deployment; false = before it may start
 * @param deadline when it is overdue; null = never
 */
public record Step(
        String id,
        String title,
        @Nullable String product,
        @Nullable String environment,
        @Nullable String assigneeRole,
        String kind,
        boolean after,
        @Nullable Instant deadline,
        boolean done) {

    public Step done(boolean now) {
        return new Step(id, title, product, environment, assigneeRole, kind, after, deadline, now);
    }

    /** Half-open: at its deadline it is. */
    public boolean isOverdue(Instant now) {
        return !done && deadline != null && !now.isBefore(deadline);
    }

    /** Will it ever be overdue, as things are? */
    public boolean isOwed() {
        return after && !done && deadline != null;
    }

    public boolean isAbout(String shipped) {
        return product == null || product.equals(shipped);
    }

    public boolean concerns(String deployed, Environment target) {
        return isAbout(deployed) && (environment == null || target.isCalled(environment));
    }
}
