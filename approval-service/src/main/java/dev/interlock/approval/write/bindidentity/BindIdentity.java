package dev.interlock.approval.write.bindidentity;

/**
 * @param person who has the verified address
 */
public record BindIdentity(String person, String issuer, String subject) {}
