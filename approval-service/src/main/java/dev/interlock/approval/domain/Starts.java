package dev.interlock.approval.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a deployment request has started, as its owner told it when the command came in. */
public record Starts(List<Part> parts) {

    /** One item for one of its targets. */
    public record Part(String environment, boolean started) {}

    /**
     * Is there nothing left that taking an approval back could stop?
     *
     * @param environment the only one the approval is for; null = all
     */
    public boolean leaveNothingToStop(@Nullable String environment) {
        var concerned =
                parts.stream()
                        .filter(p -> environment == null || p.environment().equals(environment))
                        .toList();
        return !concerned.isEmpty() && concerned.stream().allMatch(Part::started);
    }
}
