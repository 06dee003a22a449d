package dev.interlock.approval.deploymentrequests;

import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.Starts;
import dev.interlock.contracts.dr.OpenRequests;
import java.util.List;

/** Deployment requests as their owner knows them now. */
public interface DeploymentRequests {

    /**
     * Not to be called inside a command: it waits for another service.
     *
     * @throws dev.interlock.approval.domain.CommandRefused if there is none of that id
     * @throws dev.interlock.edge.Problem 503 if the owner does not answer
     */
    RequestSnapshot get(String dr);

    /**
     * From now on nothing of it starts, until this is closed and what was decided meanwhile is
     * committed; as {@link #get} otherwise.
     *
     * @throws dev.interlock.approval.domain.CommandRefused if there is none of that id
     * @throws dev.interlock.edge.Problem 503 if the owner does not answer
     */
    HeldStarts hold(String dr);

    /** For each decision that takes an approval away: it comes before a start, or after it. */
    interface HeldStarts extends AutoCloseable {

        /** What of it has started. */
        Starts starts();

        @Override
        void close();
    }

    /**
     * Those in progress; as {@link #get} otherwise.
     *
     * @throws dev.interlock.edge.Problem 503 if the owner does not answer
     */
    List<OpenRequests.Open> open();
}
