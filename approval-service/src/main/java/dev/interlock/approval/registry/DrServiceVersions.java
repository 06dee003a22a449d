package dev.interlock.approval.registry;

import dev.interlock.approval.deploymentrequests.Builders;
import dev.interlock.approval.deploymentrequests.ServicesProperties;
import dev.interlock.approval.domain.CommandRefused;
import dev.interlock.approval.domain.Refusal.NoSuchEnvironment;
import dev.interlock.approval.domain.VersionName;
import dev.interlock.approval.domain.VersionSnapshot;
import dev.interlock.approval.domain.VersionSnapshot.Environment;
import dev.interlock.contracts.dr.VersionView;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.Problem;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.edge.ServiceUnreachable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks dr-service, in this service's own name. */
@Component
final class DrServiceVersions implements Versions {

    private static final Logger LOG = LoggerFactory.getLogger(DrServiceVersions.class);

    private final InternalHttp http;
    private final ServiceIdentity self;
    private final ServicesProperties services;
    private final Builders builders;

    DrServiceVersions(
            InternalHttp http,
            ServiceIdentity self,
            ServicesProperties services,
            Builders builders) {
        this.http = http;
        this.self = self;
        this.services = services;
        this.builders = builders;
    }

    @Override
    public VersionSnapshot get(VersionName version, @Nullable String environment) {
        var view = told(version, environment);
        var target = view.environment();
        if (environment != null && target == null) {
            throw new CommandRefused(new NoSuchEnvironment(environment));
        }
        return new VersionSnapshot(
                version,
                view.registered(),
                view.digest(),
                builders.persons(view.builders()),
                target == null
                        ? null
                        : new Environment(
                                target.name(), target.type(), target.separationOfDuties()));
    }

    private VersionView told(VersionName version, @Nullable String environment) {
        try {
            var reply =
                    http.get(
                            services.dr()
                                    + "/internal/versions?product="
                                    + encoded(version.product())
                                    + "&version="
                                    + encoded(version.version())
                                    + (environment == null
                                            ? ""
                                            : "&environment=" + encoded(environment)),
                            self.identity());
            if (reply.isSuccess()) {
                return reply.as(VersionView.class);
            }
            LOG.warn("dr-service answers {} for {}", reply.status(), version);
        } catch (ServiceUnreachable e) {
            LOG.warn("dr-service: {}", e.getMessage());
        }
        throw Problem.unavailable(
                "DECISION_UNAVAILABLE",
                "the registry of versions does not answer; nothing was decided");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
