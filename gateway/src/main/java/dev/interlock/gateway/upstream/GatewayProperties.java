package dev.interlock.gateway.upstream;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param publicUrl where people and pipelines reach the gateway; links in answers start with it
 */
@ConfigurationProperties("interlock")
public record GatewayProperties(URI publicUrl) {

    /** An absolute link for a path of ours; what is absolute already stays as it is. */
    public String link(String path) {
        if (!path.startsWith("/")) {
            return path;
        }
        String base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** True when browsers come by TLS, so that cookies must stay on it. */
    public boolean isSecure() {
        return "https".equalsIgnoreCase(publicUrl.getScheme());
    }
}
