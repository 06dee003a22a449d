package dev.interlock.dr.write.startdeployment;

import dev.interlock.dr.http.Deployments;
import dev.interlock.edge.idempotency.ReplayRule;
import dev.interlock.edge.idempotency.StoredAnswer;
import org.springframework.stereotype.Component;

/**
 * That a start was admitted is said again only while its deployment runs. Afterwards the lane
 * answers, which knows what became of it: a failed one has given its admission back, and the gate
 * must be asked again.
 */
@Component
class AdmissionsWhileRunning implements ReplayRule {

    private static final String PATH = "/v1/deployments";

    private final Deployments deployments;

    AdmissionsWhileRunning(Deployments deployments) {
        this.deployments = deployments;
    }

    @Override
    public boolean stillHolds(String path, StoredAnswer answer) {
        if (!path.equals(PATH)) {
            return true;
        }
        String location = answer.headers().getOrDefault("Location", "");
        return deployments
                .find(location.substring(location.lastIndexOf('/') + 1))
                .filter(deployment -> deployment.status().equals("started"))
                .isPresent();
    }
}
