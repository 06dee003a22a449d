package dev.interlock.contracts.dr;

/** {@code dr.deactivated}: a draft again; it authorises nothing. */
public record DeploymentRequestDeactivatedV1(String dr) implements DrMessage {}
