package dev.interlock.edge;

import dev.interlock.contracts.identity.Identity;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls to other services over pooled keep-alive connections, in a caller's name or the service's
 * own. Nothing is tried again here: only the caller knows what may be repeated.
 */
public final class InternalHttp implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 256;
    private static final Timeout CONNECT = Timeout.ofSeconds(2);
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(5);

    private final CloseableHttpClient client;
    private final IdentitySigner signer;
    private final JsonMapper json = EdgeJson.lenient();

    public InternalHttp(IdentitySigner signer) {
        this.signer = signer;
        this.client =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                                        .setMaxConnTotal(4 * MOST_CONNECTIONS)
                                        .setDefaultConnectionConfig(
                                                ConnectionConfig.custom()
                                                        .setConnectTimeout(CONNECT)
                                                        .setValidateAfterInactivity(
                                                                TimeValue.ofSeconds(1))
                                                        .build())
                                        .build())
                        .evictIdleConnections(TimeValue.of(10, TimeUnit.SECONDS))
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableRedirectHandling()
                        .disableContentCompression()
                        .disableAuthCaching()
                        .build();
    }

    /**
     * @throws ServiceUnreachable within 5 s
     */
    public InternalReply get(String url, Identity as) {
        return exchange("GET", url, null, as, DEFAULT_WAIT);
    }

    /**
     * @throws ServiceUnreachable within 5 s
     */
    public InternalReply post(String url, Object body, Identity as) {
        return exchange("POST", url, body, as, DEFAULT_WAIT);
    }

    /**
     * @param body null for none
     * @param atMost how long to wait for the answer
     * @throws ServiceUnreachable when it does not come in that time
     */
    public InternalReply exchange(
            String method, String url, @Nullable Object body, Identity as, Duration atMost) {
        var request = new HttpUriRequestBase(method, URI.create(url));
        request.setConfig(
                RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS)
                        .build());
        request.setHeader(Identity.HEADER, signer.sign(as));
        String correlation = Correlation.current();
        if (correlation != null) {
            request.setHeader(Correlation.REQUEST_ID, correlation);
        }
        if (body != null) {
            request.setEntity(
                    new ByteArrayEntity(
                            json.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
        }
        try {
            return client.execute(request, response -> reply(url, response));
        } catch (IOException e) {
            throw new ServiceUnreachable(url, e);
        }
    }

    private InternalReply reply(String url, ClassicHttpResponse response) throws IOException {
        byte[] body =
                response.getEntity() == null
                        ? new byte[0]
                        : EntityUtils.toByteArray(response.getEntity());
        var position = response.getFirstHeader(Positions.HEADER);
        return new InternalReply(
                url, response.getCode(), body, position == null ? null : position.getValue(), json);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
