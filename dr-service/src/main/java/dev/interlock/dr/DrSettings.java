package dev.interlock.dr;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Base address of the rules engine, which decides at the gate. */
@ConfigurationProperties("interlock.services")
record DrSettings(URI rules) {}
