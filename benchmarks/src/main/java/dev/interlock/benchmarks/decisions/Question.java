package dev.interlock.benchmarks.decisions;

import java.util.List;

/**
 * May this version go there? The facts that rules look at are in the question, for engines that
 * keep none: finding them costs those engines nothing. A class with getters, which is what Drools
 * indexes.
 */
public final class Question {

    private final String product;
    private final String version;
    private final String environment;
    private final boolean approvedRequest;
    private final List<String> runsIn;
    private final int restedHours;

    /**
     * @param approvedRequest is there an open deployment request for it, approved?
     * @param runsIn the environments in which this version runs
     * @param restedHours since the last deployment of the product there completed
     */
    Question(
            String product,
            String version,
            String environment,
            boolean approvedRequest,
            List<String> runsIn,
            int restedHours) {
        this.product = product;
        this.version = version;
        this.environment = environment;
        this.approvedRequest = approvedRequest;
        this.runsIn = List.copyOf(runsIn);
        this.restedHours = restedHours;
    }

    public String getProduct() {
        return product;
    }

    public String getVersion() {
        return version;
    }

    public String getEnvironment() {
        return environment;
    }

    public boolean isApprovedRequest() {
        return approvedRequest;
    }

    public List<String> getRunsIn() {
        return runsIn;
    }

    public int getRestedHours() {
        return restedHours;
    }

    Target target() {
        return new Target(product, environment);
    }

    @Override
    public String toString() {
        return "%s %s to %s".formatted(product, version, environment);
    }
}
