package dev.interlock.standalone.endtoend;

import dev.interlock.contracts.Message;
import dev.interlock.contracts.approval.VersionRejectedV1;
import dev.interlock.contracts.approval.VersionRejectionRevokedV1;
import dev.interlock.contracts.dr.DeploymentFailedV1;
import dev.interlock.contracts.dr.DeploymentRequestActivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestCreatedV1;
import dev.interlock.contracts.dr.DeploymentRequestDeactivatedV1;
import dev.interlock.contracts.dr.DeploymentStartedV1;
import dev.interlock.contracts.rules.FreezeActivatedV1;
import dev.interlock.contracts.rules.FreezeThawedV1;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may go in {@link Trials}, in words of its own: nothing of the product decides here, neither
 * its projection nor its gate. A product may go while its request is active, its version is not
 * rejected, nothing freezes it, and no other deployment of it runs.
 */
final class PlainChecker {

    /** What is known of one product at some positions. */
    private static final class Known {

        private final Set<String> active = new HashSet<>();
        private final Set<String> rejections = new HashSet<>();
        private final Set<String> freezes = new HashSet<>();

        boolean mayGo() {
            return !active.isEmpty() && rejections.isEmpty() && freezes.isEmpty();
        }

        @Override
        public String toString() {
            return "active %s, rejected %s, frozen %s".formatted(active, rejections, freezes);
        }
    }

    private record Said(String source, long position, Message message) {}

    private final Map<String, List<Said>> byProduct = new HashMap<>();

    /**
     * @param said by source, in order: by position, what the owner said
     */
    PlainChecker(Map<String, ? extends Map<Long, Message>> said) {
        var productOf = new HashMap<String, String>();
        said.forEach(
                (source, messages) ->
                        messages.forEach(
                                (position, message) -> {
                                    var product = product(message, productOf);
                                    if (product != null) {
                                        byProduct
                                                .computeIfAbsent(product, _ -> new ArrayList<>())
                                                .add(new Said(source, position, message));
                                    }
                                }));
    }

    private static @Nullable String product(Message message, Map<String, String> productOf) {
        return switch (message) {
            case DeploymentRequestCreatedV1 m -> {
                var product = m.contents().items().getFirst().product();
                productOf.put(m.dr(), product);
                yield product;
            }
            case DeploymentRequestActivatedV1 m -> productOf.get(m.dr());
            case DeploymentRequestDeactivatedV1 m -> productOf.get(m.dr());
            case VersionRejectedV1 m -> m.product();
            case VersionRejectionRevokedV1 m -> m.product();
            case FreezeActivatedV1 m -> {
                productOf.put(m.freeze(), m.products().getFirst());
                yield m.products().getFirst();
            }
            case FreezeThawedV1 m -> productOf.get(m.freeze());
            case DeploymentStartedV1 m -> m.product();
            case DeploymentFailedV1 m -> m.product();
            default -> null;
        };
    }

    /** Starts that should not have gone. */
    List<String> wrong() {
        var wrong = new ArrayList<String>();
        byProduct.forEach(
                (product, all) -> {
                    var running = new HashSet<String>();
                    for (var said : all) {
                        if (said.message() instanceof DeploymentStartedV1 started) {
                            var known = known(all, started.decision().asOf());
                            if (!known.mayGo()) {
                                wrong.add(started.deploymentId() + " of " + product + ": " + known);
                            }
                            if (!running.isEmpty()) {
                                wrong.add(started.deploymentId() + " beside " + running);
                            }
                            running.add(started.deploymentId());
                        } else if (said.message() instanceof DeploymentFailedV1 failed) {
                            running.remove(failed.deploymentId());
                        }
                    }
                });
        return wrong;
    }

    private static Known known(List<Said> all, Map<String, Long> asOf) {
        var known = new Known();
        for (var said : all) {
            if (said.position() > asOf.getOrDefault(said.source(), 0L)) {
                continue;
            }
            switch (said.message()) {
                case DeploymentRequestActivatedV1 m -> known.active.add(m.dr());
                case DeploymentRequestDeactivatedV1 m -> known.active.remove(m.dr());
                case VersionRejectedV1 m -> known.rejections.add(m.rejectionId());
                case VersionRejectionRevokedV1 m -> known.rejections.remove(m.rejectionId());
                case FreezeActivatedV1 m -> known.freezes.add(m.freeze());
                case FreezeThawedV1 m -> known.freezes.remove(m.freeze());
                default -> {}
            }
        }
        return known;
    }
}
