package dev.interlock.approval.write.removetrustpolicy;

record RemoveTrustPolicy(String policy) {}
