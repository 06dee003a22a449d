package dev.interlock.dr.http;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Entities;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the deployment request whose place a body says another one takes. */
@Component
public class SupersededRequests {

    private static final Pattern ID = Pattern.compile("DR-[1-9][0-9]{0,17}");
    private static final String FIELD = "/supersedes";

    private final Entities<DeploymentRequest, RequestEvent> requests;

    SupersededRequests(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    /**
     * @param given null = none
     * @throws Problem 422 for one that does not exist
     */
    public @Nullable String named(@Nullable String given) {
        if (given == null) {
            return null;
        }
        var id = given.strip();
        if (!ID.matcher(id).matches() || requests.load(id) instanceof DeploymentRequest.Unknown) {
            throw Problem.invalid(FIELD, "is no deployment request");
        }
        return id;
    }

    /**
     * For a body about an existing request, which may say again what it said when it was drafted.
     *
     * @throws Problem 422 for a body that says something else
     */
    public void unchanged(String dr, @Nullable String given) {
        if (given != null
                && !given.strip().equals(RequestView.of(dr, requests.load(dr)).supersedes())) {
            throw Problem.invalid(FIELD, "is settled when a deployment request is drafted");
        }
    }
}
