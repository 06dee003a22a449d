package dev.interlock.dr.read.requests;

import dev.interlock.contracts.approval.PersonTasks;
import dev.interlock.dr.http.ServicesProperties;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.Problem;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.edge.ServiceUnreachable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What waits for somebody's decision, as approval-service knows it now. */
@Component
class WaitingRequests {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingRequests.class);

    private final InternalHttp http;
    private final ServiceIdentity self;
    private final ServicesProperties services;

    WaitingRequests(InternalHttp http, ServiceIdentity self, ServicesProperties services) {
        this.http = http;
        this.self = self;
        this.services = services;
    }

    /**
     * Ids of deployment requests.
     *
     * @throws Problem 503 when it cannot be told; an empty list would say that nothing waits
     */
    List<String> of(String person) {
        var url =
                services.approval(
                        "/internal/tasks?person="
                                + URLEncoder.encode(person, StandardCharsets.UTF_8));
        try {
            var reply = http.get(url, self.identity());
            if (reply.isSuccess()) {
                return reply.as(PersonTasks.class).requests();
            }
            LOG.warn("approval-service answers {} for the tasks of a person", reply.status());
        } catch (ServiceUnreachable e) {
            LOG.warn("approval-service: {}", e.getMessage());
        }
        throw Problem.unavailable(
                "SERVICE_UNAVAILABLE",
                "approval-service does not answer, so what waits for you cannot be told");
    }
}
