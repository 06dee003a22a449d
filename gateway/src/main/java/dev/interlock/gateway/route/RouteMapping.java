package dev.interlock.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
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
        return request.getRequestURI().startsWith("/v1/") ? proxy : null;
    }
}
