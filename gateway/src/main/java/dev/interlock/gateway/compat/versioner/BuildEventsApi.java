package dev.interlock.gateway.compat.versioner;

import dev.interlock.contracts.dr.BuildReportAnswer;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.InternalReply;
import dev.interlock.edge.ServiceUnreachable;
import dev.interlock.gateway.identity.Identities;
import dev.interlock.gateway.identity.Resolution;
import dev.interlock.gateway.upstream.Destination;
import dev.interlock.gateway.upstream.SeenPositions;
import dev.interlock.gateway.upstream.ServicesProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code POST /build-events/}. */
@Component
final class BuildEventsApi {

    private final Identities identities;
    private final InternalHttp http;
    private final SeenPositions seen;
    private final String url;

    BuildEventsApi(
            Identities identities,
            InternalHttp http,
            SeenPositions seen,
            ServicesProperties services) {
        this.identities = identities;
        this.http = http;
        this.seen = seen;
        this.url = services.url(Destination.DR, "/internal/build-reports");
    }

    /**
     * @throws EventRefused for any other answer than 200
     */
    Map<String, @Nullable Object> handle(@Nullable String authorization, byte[] bytes) {
        Identity caller =
                switch (identities.ofHeader(authorization)) {
                    case Resolution.Known known -> known.identity();
                    case Resolution.Unknown unknown ->
                            throw EventRefused.of(401, "Invalid authentication credentials");
                    case Resolution.Unavailable unavailable -> throw unavailable();
                };
        if (!caller.permissions().contains(Permission.BUILD_REPORT)) {
            throw EventRefused.of(403, "The token may not report builds");
        }
        var report = BuildEvent.read(EventBody.parse(bytes), caller);
        try {
            var reply = http.post(url, report, caller);
            seen.remember(reply.positions());
            return translated(reply, report.version());
        } catch (ServiceUnreachable e) {
            throw unavailable();
        }
    }

    private static Map<String, @Nullable Object> translated(InternalReply reply, String version) {
        if (reply.isSuccess()) {
            return Replies.build(reply.as(BuildReportAnswer.class));
        }
        if (reply.status() >= 500 || reply.status() == 401) {
            throw unavailable();
        }
        throw reply.status() == 409
                ? EventRefused.withMessage(
                        409, "Version " + version + " already exists with different SHA")
                : UpstreamErrors.translate(reply);
    }

    private static EventRefused unavailable() {
        return EventRefused.of(503, "Interlock cannot record this now; try again");
    }
}
