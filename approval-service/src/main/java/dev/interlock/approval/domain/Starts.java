package dev.interlock.approval.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a deployment request has started, as its owner told it when the command came in. */
public record Starts(List<Part> parts) {

    /**
     * One item for one of its targets.
     *
     * @param deployment by which it has started; null if it has not, or long ago
     */
    public record Part(String environment, boolean started, @Nullable String deployment) {}

    /**
     * What has started it.
     *
     * @param environment the only one the approval is for; null = all
     */
    public List<String> deployments(@Nullable String environment) {
        return parts.stream()
                .filter(p -> environment == null || p.environment().equals(environment))
                .flatMap(p -> Stream.ofNullable(p.deployment()))
                .distinct()
                .toList();
    }

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
