package dev.interlock.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Tomcat refuses before any filter sees it, such as a path that does not decode, as a problem
 * as well. Tomcat makes it by its class name.
 */
public final class ProblemReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

    private final JsonMapper json = EdgeJson.lenient();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String id = Correlation.id(request.getHeader(Correlation.REQUEST_ID), null);
        LOG.atLevel(status < 500 ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.ERROR)
                .setCause(failure)
                .log("refused by the server itself: status {}, trace id {}", status, id);
        Problem problem =
                status < 500
                        ? ProblemAdvice.ofStatus(status)
                        : Problem.of(status, "INTERNAL_ERROR", "an unexpected failure");
        byte[] body = json.writeValueAsString(problem.body(id)).getBytes(StandardCharsets.UTF_8);
        try {
            response.setHeader(Correlation.REQUEST_ID, id);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("client gone: {}", e.getMessage());
        }
    }
}
