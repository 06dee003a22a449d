package dev.interlock.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/** Hands every path of the native API to the {@link Proxy}, by its raw form. */
@Component
final class RouteMapping extends AbstractHandlerMapping {

    private final Proxy proxy;

    RouteMapping(Proxy proxy) {
        this.proxy = proxy;
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        if (!request.getRequestURI().startsWith("/v1/")) {
            return null;
        }
        // one name for all of them in the metrics; the services tell them apart
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(context -> context.setPathPattern("/v1/**"));
        return proxy;
    }
}
