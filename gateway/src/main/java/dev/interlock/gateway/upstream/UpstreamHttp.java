package dev.interlock.gateway.upstream;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Streams requests to services over pooled keep-alive connections; tries nothing twice. */
@Component
public final class UpstreamHttp implements DisposableBean {

    private static final int MOST_CONNECTIONS = 512;
    private static final Timeout CONNECT = Timeout.ofSeconds(2);

    private final CloseableHttpClient client;
    private final Map<Destination, HttpHost> hosts = new EnumMap<>(Destination.class);
    private final Map<Duration, RequestConfig> waiting = new ConcurrentHashMap<>();

    UpstreamHttp(ServicesProperties services) {
        for (var destination : Destination.values()) {
            hosts.put(destination, HttpHost.create(services.of(destination)));
        }
        client =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                                        .setDefaultConnectionConfig(
                                                ConnectionConfig.custom()
                                                        .setConnectTimeout(CONNECT)
                                                        .setValidateAfterInactivity(
                                                                TimeValue.ofSeconds(1))
                                                        .build())
                                        .build())
                        .evictIdleConnections(TimeValue.ofSeconds(10))
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableRedirectHandling()
                        .disableContentCompression()
                        .disableAuthCaching()
                        .disableDefaultUserAgent()
                        .build();
    }

    private static RequestConfig waiting(Duration atMost) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(CONNECT)
                .setResponseTimeout(Timeout.of(atMost))
                .build();
    }

    /**
     * The caller closes the answer.
     *
     * @param atMost between two bytes of the answer; one of a few
     */
    @SuppressWarnings("deprecation") // the only way to stream an answer without a callback
    public ClassicHttpResponse open(
            Destination destination, ClassicHttpRequest request, Duration atMost)
            throws IOException {
        var context = HttpClientContext.create();
        context.setRequestConfig(waiting.computeIfAbsent(atMost, UpstreamHttp::waiting));
        HttpHost host = hosts.get(destination);
        return client.executeOpen(host, request, context);
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
