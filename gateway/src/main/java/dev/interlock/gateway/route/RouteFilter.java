package dev.interlock.gateway.route;

import dev.interlock.edge.RequestFilter;
import dev.interlock.edge.RequestTimes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Hands every path of the native API to the {@link Proxy}, by its raw form; pages and translated
 * endpoints go on to their handlers. What is passed on unread needs nothing of what those need.
 */
final class RouteFilter extends RequestFilter {

    private final Proxy proxy;

    RouteFilter(Proxy proxy) {
        this.proxy = proxy;
    }

    @Override
    protected void filter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith(Routes.PREFIX)) {
            chain.doFilter(request, response);
            return;
        }
        // one name for all of them in the metrics; the services tell them apart
        RequestTimes.as(request, "/v1/**");
        proxy.handle(request, response);
    }
}
