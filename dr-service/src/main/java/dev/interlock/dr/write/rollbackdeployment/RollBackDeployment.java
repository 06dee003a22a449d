package dev.interlock.dr.write.rollbackdeployment;

import java.time.Instant;

record RollBackDeployment(
        String deploymentId, String product, String environment, String reason, Instant now) {}
