package dev.interlock.benchmarks.world;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.MessageCatalogue;
import dev.interlock.contracts.approval.ApprovalTypeDefinedV1;
import dev.interlock.contracts.approval.RoleGrantedV1;
import dev.interlock.contracts.approval.SlotApprovedV1;
import dev.interlock.contracts.dr.DeploymentRequestActivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestCreatedV1;
import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.dr.EnvironmentRegisteredV1;
import dev.interlock.contracts.rules.RuleCreatedV1;
import dev.interlock.eventstream.MessageJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What owners publish where deployment requests need the word of one person, Quinn of QA. */
public final class Messages {

    private static final String HASH = "0".repeat(64);
    private static final String QA = "qa";
    private static final String QUINN = "usr_quinn";
    private static final MessageJson JSON = new MessageJson();
    private static final Map<Class<?>, String> TYPES =
            MessageCatalogue.entries().stream()
                    .collect(
                            Collectors.toMap(
                                    MessageCatalogue.Entry::message,
                                    MessageCatalogue.Entry::type,
                                    (first, _) -> first));

    private Messages() {}

    /** As its owner publishes it; a source's positions have no gaps. */
    public static EventEnvelope published(
            String source, long position, Instant time, String subject, Message message) {
        return new EventEnvelope(
                source,
                position,
                position - 1,
                source + "-" + position,
                String.valueOf(TYPES.get(message.getClass())),
                1,
                subject,
                time,
                "req-" + position,
                null,
                "service_key",
                "tok_ci",
                "ci",
                "ci",
                null,
                null,
                HASH,
                JSON.write(message));
    }

    /** Enforcing, and of a type of its own. */
    public static EnvironmentRegisteredV1 environment(String name) {
        return new EnvironmentRegisteredV1(name, "env_" + name, name, "enforce", "UTC", List.of());
    }

    public static List<Message> approvers() {
        return List.of(
                new ApprovalTypeDefinedV1(QA, "QA", List.of(QA)), new RoleGrantedV1(QUINN, QA));
    }

    /**
     * @param products none = all
     */
    public static RuleCreatedV1 rule(
            String id, String kind, List<String> products, String environment, String definition) {
        return new RuleCreatedV1(
                id, 1, id, "enforce", kind, products, List.of(environment), List.of(), definition);
    }

    public static DeploymentRequestCreatedV1 requested(
            String dr, String product, String version, String environment) {
        return new DeploymentRequestCreatedV1(
                dr,
                "Release " + dr,
                "usr_ann",
                1,
                HASH,
                new DrContents(
                        List.of(new DrContents.Item(product, version, List.of(environment), 1)),
                        List.of(environment),
                        List.of(new DrContents.Slot(QA, QA, List.of(), 1, null, false, true))));
    }

    public static DeploymentRequestActivatedV1 activated(String dr) {
        return new DeploymentRequestActivatedV1(dr, 1, HASH);
    }

    public static SlotApprovedV1 approved(String dr) {
        return new SlotApprovedV1(
                "apr_" + dr, dr, QA, 1, HASH, QUINN, QA, List.of(QA), false, null);
    }
}
