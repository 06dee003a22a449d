package dev.interlock.gateway.identity;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.edge.ServiceUnreachable;
import dev.interlock.gateway.upstream.Destination;
import dev.interlock.gateway.upstream.ServicesProperties;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
final class ApprovalServiceTokens implements TokenDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalServiceTokens.class);
    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private final InternalHttp http;
    private final ServiceIdentity self;
    private final String url;
    private final Workloads workloads;

    ApprovalServiceTokens(
            InternalHttp http,
            ServiceIdentity self,
            ServicesProperties services,
            Workloads workloads) {
        this.http = http;
        this.self = self;
        this.workloads = workloads;
        this.url = services.url(Destination.APPROVAL, "/internal/tokens/resolve");
    }

    @Override
    public Resolution resolve(String hash) {
        try {
            var reply = http.exchange("POST", url, Map.of("hash", hash), self.identity(), AT_MOST);
            return switch (reply.status()) {
                case 200 -> new Resolution.Known(reply.as(Identity.class));
                case 404 -> new Resolution.Unknown();
                default -> unavailable("status " + reply.status());
            };
        } catch (ServiceUnreachable e) {
            return unavailable(e.getMessage());
        }
    }

    @Override
    public Resolution resolveSigned(String token) {
        return workloads.resolve(token);
    }

    private static Resolution unavailable(@Nullable String why) {
        LOG.warn("approval-service resolves no tokens: {}", why);
        return new Resolution.Unavailable();
    }
}
