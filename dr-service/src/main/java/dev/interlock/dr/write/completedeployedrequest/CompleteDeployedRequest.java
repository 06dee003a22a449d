package dev.interlock.dr.write.completedeployedrequest;

/**
 * @param contentHash the contents that were found to run everywhere
 */
public record CompleteDeployedRequest(String dr, String contentHash) {}
