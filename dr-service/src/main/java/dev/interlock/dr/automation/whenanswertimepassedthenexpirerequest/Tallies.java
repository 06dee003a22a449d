package dev.interlock.dr.automation.whenanswertimepassedthenexpirerequest;

import dev.interlock.contracts.approval.RequestTally;
import dev.interlock.dr.http.ServicesProperties;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.edge.ServiceUnreachable;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** How deployment requests stood at an instant, as approval-service counts. */
@Component
@EnableConfigurationProperties(ServicesProperties.class)
class Tallies {

    private final InternalHttp http;
    private final ServiceIdentity self;
    private final String url;

    Tallies(InternalHttp http, ServiceIdentity self, ServicesProperties services) {
        this.http = http;
        this.self = self;
        this.url = services.approval("/internal/deployment-requests/");
    }

    /**
     * @param at only decisions made before it count
     * @throws ServiceUnreachable within 5 s
     * @throws NoTally for any answer that is not a tally of this request at that instant
     */
    RequestTally of(String dr, Instant at) {
        var reply = http.get(url + dr + "/tally?at=" + at, self.identity());
        if (!reply.isSuccess()) {
            throw new NoTally("approval-service answers " + reply.status() + " for " + dr);
        }
        var tally = reply.as(RequestTally.class);
        if (!dr.equals(tally.dr()) || !at.equals(tally.at()) || tally.revision() < 1) {
            throw new NoTally("approval-service answers about something else than " + dr);
        }
        return tally;
    }
}
