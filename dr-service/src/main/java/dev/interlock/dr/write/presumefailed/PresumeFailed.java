package dev.interlock.dr.write.presumefailed;

import java.time.Instant;

public record PresumeFailed(String deploymentId, String product, String environment, Instant now) {}
