package dev.interlock.notification.kafka;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.approval.ApprovalMessage;
import dev.interlock.contracts.approval.ApprovalTypeDefinedV1;
import dev.interlock.contracts.approval.PersonDeactivatedV1;
import dev.interlock.contracts.approval.PersonReactivatedV1;
import dev.interlock.contracts.approval.RoleGrantedV1;
import dev.interlock.contracts.approval.RoleRevokedV1;
import dev.interlock.contracts.approval.SlotApprovedV1;
import dev.interlock.contracts.approval.SlotRejectedV1;
import dev.interlock.contracts.approval.StageOpenedV1;
import dev.interlock.contracts.dr.DeploymentRequestActivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestCancelledV1;
import dev.interlock.contracts.dr.DeploymentRequestCompletedV1;
import dev.interlock.contracts.dr.DeploymentRequestCreatedV1;
import dev.interlock.contracts.dr.DeploymentRequestDeactivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestEditedV1;
import dev.interlock.contracts.dr.DeploymentRequestExpiredV1;
import dev.interlock.contracts.dr.DeploymentRequestRejectedV1;
import dev.interlock.contracts.dr.DeploymentRequestRevisedV1;
import dev.interlock.contracts.dr.DeploymentRequestStaleV1;
import dev.interlock.contracts.dr.DeploymentRequestSupersededV1;
import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.dr.DrMessage;
import dev.interlock.contracts.rules.OverrideConfirmedV1;
import dev.interlock.contracts.rules.OverrideRequestedV1;
import dev.interlock.contracts.rules.OverrideUsedV1;
import dev.interlock.contracts.rules.RulesMessage;
import dev.interlock.eventstore.Commands;
import dev.interlock.eventstore.EventMetadata;
import dev.interlock.eventstream.DurableSubscriber;
import dev.interlock.notification.automation.whenapprovalisneededthenask.WhenApprovalIsNeededThenAsk;
import dev.interlock.notification.automation.whendecidedthentellauthor.WhenDecidedThenTellAuthor;
import dev.interlock.notification.automation.whenoverrideisusedthentell.WhenOverrideIsUsedThenTell;
import dev.interlock.notification.automation.whenoverrideneedsasecondthenask.WhenOverrideNeedsASecondThenAsk;
import dev.interlock.notification.automation.whensupersededthenaskauthor.WhenSupersededThenAskAuthor;
import dev.interlock.notification.facts.EarlyOutcomes;
import dev.interlock.notification.facts.KnownOverrides;
import dev.interlock.notification.facts.KnownPeople;
import dev.interlock.notification.facts.KnownRequest;
import dev.interlock.notification.facts.KnownRequests;
import dev.interlock.notification.facts.Outcome;
import dev.interlock.notification.write.queuenotification.QueueNotification;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** What is remembered of a message, and whom it is told to; all in the subscriber's transaction. */
@Component
class ConsumeMessages implements DurableSubscriber.Handler {

    private final KnownRequests requests;
    private final KnownPeople people;
    private final EarlyOutcomes early;
    private final KnownOverrides overrides;
    private final Commands commands;

    ConsumeMessages(
            KnownRequests requests,
            KnownPeople people,
            EarlyOutcomes early,
            KnownOverrides overrides,
            Commands commands) {
        this.requests = requests;
        this.people = people;
        this.early = early;
        this.overrides = overrides;
        this.commands = commands;
    }

    @Override
    public void handle(EventEnvelope event, Message message) {
        if (message instanceof DrMessage dr) {
            request(event, dr);
        } else if (message instanceof ApprovalMessage approval) {
            approval(event, approval);
        } else if (message instanceof RulesMessage rules) {
            rules(event, rules);
        }
    }

    private void request(EventEnvelope event, DrMessage message) {
        switch (message) {
            case DeploymentRequestCreatedV1 m -> {
                requests.created(
                        m.dr(),
                        m.title(),
                        m.author(),
                        m.revision(),
                        slots(m.contents(), _ -> m.revision()));
                early.take(m.dr()).forEach(outcome -> tellAuthor(event, outcome));
            }
            case DeploymentRequestEditedV1 m -> edited(m);
            case DeploymentRequestActivatedV1 m ->
                    ask(event, m.dr(), "approval_requested", List.of());
            case DeploymentRequestStaleV1 m ->
                    ask(
                            event,
                            m.dr(),
                            "approval_requested_again",
                            requireNonNullElse(m.changes(), List.of()));
            case DeploymentRequestDeactivatedV1 m -> requests.closed(m.dr());
            case DeploymentRequestCancelledV1 m -> requests.closed(m.dr());
            case DeploymentRequestRejectedV1 m -> requests.closed(m.dr());
            case DeploymentRequestExpiredV1 m -> {
                requests.closed(m.dr());
                tellAuthor(event, WhenDecidedThenTellAuthor.expired(event.id(), m));
            }
            case DeploymentRequestSupersededV1 m ->
                    tellAuthor(event, WhenSupersededThenAskAuthor.react(event.id(), m));
            case DeploymentRequestRevisedV1 m -> requests.revised(m.dr(), m.revision());
            case DeploymentRequestCompletedV1 m -> {
                requests.closed(m.dr());
                String how = m.automatic() ? "every item runs where it should" : m.reason();
                tellAuthor(
                        event, new Outcome(event.id(), m.dr(), "completed", "Completed: " + how));
            }
            default -> {
                // about environments, versions and deployments: nobody is told
            }
        }
    }

    private void approval(EventEnvelope event, ApprovalMessage message) {
        switch (message) {
            case ApprovalTypeDefinedV1 m -> {
                people.typeDefined(m.type(), m.roles());
                requests.asking().forEach(r -> ask(event, r));
            }
            case RoleGrantedV1 m -> {
                people.granted(m);
                requests.asking().forEach(r -> ask(event, r));
            }
            case RoleRevokedV1 m -> people.revoked(m.person(), m.grantId());
            case PersonDeactivatedV1 m -> people.active(m.person(), false);
            case PersonReactivatedV1 m -> {
                people.active(m.person(), true);
                requests.asking().forEach(r -> ask(event, r));
            }
            case StageOpenedV1 m -> askForLaterStage(event, m);
            case SlotApprovedV1 m ->
                    tellAuthor(
                            event,
                            new Outcome(
                                    event.id(),
                                    m.dr(),
                                    "approved",
                                    "Slot %s was approved by %s for revision %d"
                                            .formatted(m.slot(), m.role(), m.revision())));
            case SlotRejectedV1 m ->
                    tellAuthor(
                            event,
                            new Outcome(
                                    event.id(),
                                    m.dr(),
                                    "rejected",
                                    "Slot %s was rejected by %s: %s"
                                            .formatted(m.slot(), m.role(), m.comment())));
            default -> {
                // about tokens and names: nobody is told
            }
        }
    }

    private void rules(EventEnvelope event, RulesMessage message) {
        switch (message) {
            case OverrideRequestedV1 m -> {
                overrides.requested(m);
                WhenOverrideNeedsASecondThenAsk.react(
                                event.id(), m, people.rolesByPerson(m.product(), m.environment()))
                        .forEach(command -> send(event, command));
            }
            case OverrideConfirmedV1 m -> overrides.confirmed(m);
            case OverrideUsedV1 m ->
                    overrides
                            .find(m.override())
                            .ifPresent(
                                    known ->
                                            WhenOverrideIsUsedThenTell.react(
                                                            event.id(),
                                                            m,
                                                            known,
                                                            people.rolesByPerson(
                                                                    known.product(),
                                                                    known.environment()))
                                                    .forEach(command -> send(event, command)));
            default -> {
                // about rules and freezes: nobody is told
            }
        }
    }

    private void ask(EventEnvelope event, String dr, String kind, List<String> changes) {
        requests.asked(dr, event.id(), kind);
        requests.find(dr).ifPresent(request -> ask(event, request, changes));
    }

    private void ask(EventEnvelope event, KnownRequest request) {
        ask(event, request, List.of());
    }

    /**
     * Only of the slots that are new to them: of the others they have been asked. Topics have no
     * common order, so the contents may have changed since the approvals that opened them.
     */
    private void askForLaterStage(EventEnvelope event, StageOpenedV1 m) {
        requests.find(m.dr())
                .ifPresent(
                        request -> {
                            var opened = request.openedBy(m.revision(), m.slots());
                            requests.opened(m.dr(), opened);
                            if (request.askedBy() != null && !opened.isEmpty()) {
                                ask(
                                        event,
                                        request.askingFor(
                                                opened, event.id(), "approval_requested"));
                            }
                        });
    }

    private void edited(DeploymentRequestEditedV1 m) {
        requests.find(m.dr())
                .ifPresent(
                        before -> {
                            var slots = slots(m.contents(), countsFrom(m, before));
                            requests.edited(
                                    m.dr(),
                                    m.title(),
                                    m.revision(),
                                    slots,
                                    before.with(slots).openedBy(m.revision() - 1, before.opened()));
                        });
    }

    /** A slot that a hashed change says nothing of needs approvals of what it is now. */
    private static ToIntFunction<String> countsFrom(
            DeploymentRequestEditedV1 m, KnownRequest before) {
        Map<String, Integer> told = m.slotRevisions();
        return slot ->
                !m.hashedChange()
                        ? before.countsFrom(slot)
                        : told == null ? m.revision() : told.getOrDefault(slot, m.revision());
    }

    private void ask(EventEnvelope event, KnownRequest request, List<String> changes) {
        WhenApprovalIsNeededThenAsk.react(
                        request, changes, people.rolesByPerson(), people.rolesByType())
                .forEach(command -> send(event, command));
    }

    private void tellAuthor(EventEnvelope event, Outcome outcome) {
        requests.find(outcome.dr())
                .ifPresentOrElse(
                        request -> send(event, WhenDecidedThenTellAuthor.react(outcome, request)),
                        () -> early.keep(outcome));
    }

    private void send(EventEnvelope event, QueueNotification command) {
        commands.send(
                command,
                new EventMetadata(
                        "system",
                        "service:notification-service",
                        "system",
                        "system",
                        null,
                        event.correlationId(),
                        event.id(),
                        event.traceparent()));
    }

    private static List<KnownRequest.Slot> slots(
            DrContents contents, ToIntFunction<String> countsFrom) {
        return contents.slots().stream()
                .map(
                        s ->
                                new KnownRequest.Slot(
                                        s.id(),
                                        s.type(),
                                        s.roles(),
                                        s.stage(),
                                        s.environment(),
                                        s.optional() ? true : null,
                                        countsFrom.applyAsInt(s.id())))
                .toList();
    }
}
