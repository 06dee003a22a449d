package dev.interlock.dr.http;

import dev.interlock.edge.Problem;
import java.util.Optional;

/** Deployments and refused attempts by id, as committed. */
public interface Deployments {

    Optional<DeploymentView> find(String id);

    /**
     * @throws Problem 404 for one that does not exist
     */
    default DeploymentView get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("deployment " + id));
    }
}
