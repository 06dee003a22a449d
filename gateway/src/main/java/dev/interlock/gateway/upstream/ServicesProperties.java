package dev.interlock.gateway.upstream;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Base URLs of the services, without a path. */
@ConfigurationProperties("interlock.services")
public record ServicesProperties(URI dr, URI approval, URI rules, URI notification) {

    public URI of(Destination destination) {
        return switch (destination) {
            case DR -> dr;
            case APPROVAL -> approval;
            case RULES -> rules;
            case NOTIFICATION -> notification;
        };
    }

    /**
     * @param path absolute, with its query
     */
    public String url(Destination destination, String path) {
        String base = of(destination).toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
