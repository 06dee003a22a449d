package dev.interlock.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;

/** Puts the request's id into its log lines and its answer. */
final class CorrelationFilter extends RequestFilter {

    @Override
    protected void filter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id =
                Correlation.id(
                        request.getHeader(Correlation.REQUEST_ID),
                        request.getHeader(Correlation.TRACEPARENT));
        response.setHeader(Correlation.REQUEST_ID, id);
        MDC.put(Correlation.LOG_FIELD, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Correlation.LOG_FIELD);
        }
    }
}
