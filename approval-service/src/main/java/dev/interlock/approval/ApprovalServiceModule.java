package dev.interlock.approval;

import dev.interlock.approval.domain.ApprovalType;
import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Delegation;
import dev.interlock.approval.domain.Group;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Token;
import dev.interlock.approval.domain.TrustPolicy;
import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalTypeEvent;
import dev.interlock.approval.events.DelegationEvent;
import dev.interlock.approval.events.GroupEvent;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.TokenEvent;
import dev.interlock.approval.events.TrustPolicyEvent;
import dev.interlock.approval.events.VersionSignOffEvent;
import dev.interlock.eventstore.Entities;
import dev.interlock.eventstore.EntityStore;
import dev.interlock.eventstore.EventCatalogue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The kinds of entities, each with one stream per entity.
 *
 * <p>Write side: defineapprovaltype; registerperson, grantrole, revokerole, deactivateperson,
 * reactivateperson; creategroup, addmember, removemember; issuetoken, revoketoken; approveslot,
 * rejectslot, withdrawapproval, revokeapproval; givedelegation, enddelegation; approveversion,
 * rejectversion, quarantineversion and what takes them back; definetrustpolicy, removetrustpolicy,
 * bindidentity. Read side: approvaltypes, people, groups, tokens, trustpolicies, identity,
 * requestapprovals, versionapprovals, delegations, tasks.
 */
@Configuration(proxyBeanMethods = false)
class ApprovalServiceModule {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventCatalogue eventCatalogue() {
        return ApprovalEventCatalogue.CATALOGUE;
    }

    @Bean
    Entities<ApprovalType, ApprovalTypeEvent> approvalTypes(EntityStore store) {
        return store.entities(
                ApprovalTypeEvent.ENTITY, new ApprovalType.Undefined(), ApprovalType::evolve);
    }

    @Bean
    Entities<Person, PersonEvent> people(EntityStore store) {
        return store.entities(PersonEvent.ENTITY, new Person.Unknown(), Person::evolve);
    }

    @Bean
    Entities<Group, GroupEvent> groups(EntityStore store) {
        return store.entities(GroupEvent.ENTITY, new Group.Unknown(), Group::evolve);
    }

    @Bean
    Entities<TrustPolicy, TrustPolicyEvent> trustPolicies(EntityStore store) {
        return store.entities(
                TrustPolicyEvent.ENTITY, new TrustPolicy.Undefined(), TrustPolicy::evolve);
    }

    @Bean
    Entities<Token, TokenEvent> tokens(EntityStore store) {
        return store.entities(TokenEvent.ENTITY, new Token.Unissued(), Token::evolve);
    }

    @Bean
    Entities<VersionSignOffs, VersionSignOffEvent> versionSignOffs(EntityStore store) {
        return store.entities(
                VersionSignOffEvent.ENTITY, VersionSignOffs.NONE, VersionSignOffs::evolve);
    }

    @Bean
    Entities<Approvals, ApprovalEvent> approvals(EntityStore store) {
        return store.entities(ApprovalEvent.ENTITY, Approvals.NONE, Approvals::evolve);
    }

    @Bean
    Entities<Delegation, DelegationEvent> delegationEntities(EntityStore store) {
        return store.entities(DelegationEvent.ENTITY, new Delegation.Unknown(), Delegation::evolve);
    }
}
