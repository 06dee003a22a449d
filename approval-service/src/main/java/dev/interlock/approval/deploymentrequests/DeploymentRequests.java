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
     * What of it has started; as {@link #get} otherwise.
     *
     * @throws dev.interlock.approval.domain.CommandRefused if there is none of that id
     * @throws dev.interlock.edge.Problem 503 if the owner does not answer
     */
    Starts starts(String dr);

    /**
     * Those in progress; as {@link #get} otherwise.
     *
     * @throws dev.interlock.edge.Problem 503 if the owner does not answer
     */
    List<OpenRequests.Open> open();
}
