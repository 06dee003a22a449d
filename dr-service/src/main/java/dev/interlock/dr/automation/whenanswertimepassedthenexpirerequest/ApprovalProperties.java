package dev.interlock.dr.automation.whenanswertimepassedthenexpirerequest;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param approval base address of approval-service, which counts approvals
 */
@ConfigurationProperties("interlock.services")
record ApprovalProperties(URI approval) {}
