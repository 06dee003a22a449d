package dev.interlock.gateway.compat.versioner;

import dev.interlock.edge.BodyTooLarge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP side of one endpoint: every answer is a JSON object. */
final class VersionerEndpoint implements HttpRequestHandler {

    interface Handler {
        Map<String, @Nullable Object> handle(@Nullable String authorization, byte[] body);
    }

    private static final Logger LOG = LoggerFactory.getLogger(VersionerEndpoint.class);

    /** Unlike our own API this one writes nulls. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private final Handler handler;
    private final Refusals refusals;
    private final boolean gates;
    private final Clock clock;

    /**
     * @param gates whether an unexpected failure must hold the pipeline
     */
    VersionerEndpoint(Handler handler, Refusals refusals, boolean gates, Clock clock) {
        this.handler = handler;
        this.refusals = refusals;
        this.gates = gates;
        this.clock = clock;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            write(response, 405, Map.of("detail", "Method Not Allowed"));
            return;
        }
        try {
            byte[] body = request.getInputStream().readAllBytes();
            write(response, 200, handler.handle(request.getHeader("Authorization"), body));
        } catch (EventRefused e) {
            refuse(response, e);
        } catch (IOException e) {
            if (!BodyTooLarge.caused(e)) {
                throw e;
            }
            refuse(response, EventRefused.of(413, "The body is larger than 1 MiB"));
        } catch (RuntimeException e) {
            LOG.error("unexpected failure", e);
            refuse(
                    response,
                    gates
                            ? refusals.undecidable(clock.instant(), "an unexpected failure.")
                            : EventRefused.of(500, "Internal server error"));
        }
    }

    private static void refuse(HttpServletResponse response, EventRefused refused)
            throws IOException {
        if (refused.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"interlock\"");
        }
        write(response, refused.status(), refused.body());
    }

    private static void write(
            HttpServletResponse response, int status, Map<String, ? extends @Nullable Object> body)
            throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
