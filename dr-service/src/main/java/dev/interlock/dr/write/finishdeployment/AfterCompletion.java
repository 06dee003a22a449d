package dev.interlock.dr.write.finishdeployment;

import dev.interlock.edge.Caller;

/** What follows from a completed deployment at once, so that the answer already shows it. */
public interface AfterCompletion {

    /**
     * Whatever fails here is made up for later; it does not fail the report.
     *
     * @return the newest position it appended; 0 for none
     */
    long completed(String product, String version, String environment, Caller caller);
}
