package dev.interlock.approval.write.definetrustpolicy;

/**
 * @param policy its new id
 */
record DefineTrustPolicy(String policy, TrustPolicyOrder.Valid order) {}
