package dev.interlock.dr.http;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the other services are.
 *
 * @param approval base address of approval-service, which counts approvals and whose events this
 *     service follows
 */
@ConfigurationProperties("interlock.services")
public record ServicesProperties(URI approval) {

    /** An address below it. */
    public String approval(String path) {
        return approval.toString().replaceAll("/+$", "") + path;
    }
}
