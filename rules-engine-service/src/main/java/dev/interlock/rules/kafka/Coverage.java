package dev.interlock.rules.kafka;

import dev.interlock.contracts.dr.DeploymentRequestView;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.edge.ServiceUnreachable;
import dev.interlock.rules.projection.World;
import dev.interlock.rules.projection.WorldWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the owner what deployment requests cover of which a record could not be read. */
@Component
final class Coverage {

    private static final Logger log = LoggerFactory.getLogger(Coverage.class);
    private static final Pattern ID = Pattern.compile("DR-[1-9][0-9]{0,17}");

    private final InternalHttp http;
    private final ServiceIdentity self;
    private final ServicesProperties services;
    private final Set<String> complained = ConcurrentHashMap.newKeySet();

    Coverage(InternalHttp http, ServiceIdentity self, ServicesProperties services) {
        this.http = http;
        this.self = self;
        this.services = services;
    }

    /**
     * Asks once for each. What the owner does not know, or does not answer, stays unknown: the
     * record may have been about another one.
     *
     * @return what to tell the world
     */
    List<Consumer<WorldWriter>> answers(World world) {
        var answers = new ArrayList<Consumer<WorldWriter>>();
        world.unmapped()
                .forEach(
                        (dr, asOf) -> {
                            if (ID.matcher(dr).matches()) {
                                ask(dr, asOf, world, answers);
                            }
                        });
        return answers;
    }

    private void ask(String dr, long asOf, World world, List<Consumer<WorldWriter>> answers) {
        try {
            var reply =
                    http.get(
                            services.dr() + "/internal/deployment-requests/" + dr, self.identity());
            if (reply.isSuccess()) {
                var view = reply.as(DeploymentRequestView.class);
                var known = world.request(dr);
                var told = RequestMessages.told(view, known == null ? null : known.facts());
                answers.add(writer -> writer.coverageTold(told, asOf));
                complained.remove(dr);
            } else {
                stillUnknown(dr, "its owner answers " + reply.status());
            }
        } catch (ServiceUnreachable e) {
            stillUnknown(dr, String.valueOf(e.getMessage()));
        } catch (RuntimeException senseless) { // of one: the others are heard all the same
            stillUnknown(dr, "its owner's answer makes no sense: " + senseless);
        }
    }

    /** It is asked for several times a second: told once. */
    private void stillUnknown(String dr, String why) {
        if (complained.add(dr)) {
            log.warn("what {} covers stays unknown, so it blocks everything: {}", dr, why);
        }
    }
}
