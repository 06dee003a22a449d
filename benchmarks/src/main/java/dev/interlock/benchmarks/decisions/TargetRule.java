package dev.interlock.benchmarks.decisions;

/** A rule of one target. */
record TargetRule(String id, Target target, Demand demand) {

    /** What must be so for a deployment to start. */
    sealed interface Demand {

        default boolean isMetBy(Question question) {
            return switch (this) {
                case ApprovedRequest _ -> question.isApprovedRequest();
                case RunsIn(var environment) -> question.getRunsIn().contains(environment);
                case Rested(var hours) -> question.getRestedHours() >= hours;
            };
        }

        /** An open deployment request covers it. */
        record ApprovedRequest() implements Demand {}

        /** The version runs in another environment. */
        record RunsIn(String environment) implements Demand {}

        /** The last deployment there completed at least so long ago. */
        record Rested(int hours) implements Demand {}
    }
}
