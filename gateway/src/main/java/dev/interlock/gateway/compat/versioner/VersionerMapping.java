package dev.interlock.gateway.compat.versioner;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Finds the endpoints with and without trailing slash, and with the double slash that an API URL
 * ending in one gives. Never a redirect: clients would repeat it as GET.
 */
@Component
final class VersionerMapping extends AbstractHandlerMapping {

    private final VersionerEndpoint deployments;
    private final VersionerEndpoint builds;

    VersionerMapping(
            DeploymentEventsApi deployments,
            BuildEventsApi builds,
            Refusals refusals,
            Clock clock) {
        this.deployments = new VersionerEndpoint(deployments::handle, refusals, true, clock);
        this.builds = new VersionerEndpoint(builds::handle, refusals, false, clock);
        setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        return switch (name(request.getRequestURI())) {
            case "deployment-events" -> deployments;
            case "build-events" -> builds;
            default -> null;
        };
    }

    /** The path without the slashes around it. */
    static String name(String uri) {
        int start = 0;
        int end = uri.length();
        while (start < end && uri.charAt(start) == '/') {
            start++;
        }
        while (end > start && uri.charAt(end - 1) == '/') {
            end--;
        }
        return uri.substring(start, end);
    }
}
