package dev.interlock.approval.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a command is refused, as data; {@code problem} turns it into an answer. */
public sealed interface Refusal {

    /** One line for people: what was expected, and what was found. */
    String detail();

    record NoSuchRequest(String dr) implements Refusal {
        @Override
        public String detail() {
            return "There is no deployment request " + dr + ".";
        }
    }

    record NoSuchApproval(String dr, String approval) implements Refusal {
        @Override
        public String detail() {
            return dr + " has no approval " + approval + ".";
        }
    }

    record NoSuchPerson(String person) implements Refusal {
        @Override
        public String detail() {
            return "There is no person " + person + ".";
        }
    }

    record NoSuchGrant(String person, String grant) implements Refusal {
        @Override
        public String detail() {
            return person + " holds no role " + grant + ".";
        }
    }

    record PersonNotActive(String person) implements Refusal {
        @Override
        public String detail() {
            return person + " is deactivated.";
        }
    }

    record NoSuchTrustPolicy(String policy) implements Refusal {
        @Override
        public String detail() {
            return "There is no trust policy " + policy + ".";
        }
    }

    record IdentityTaken(String person) implements Refusal {
        @Override
        public String detail() {
            return "The address belongs to a person whom the provider calls otherwise.";
        }
    }

    record NoSuchGroup(String group) implements Refusal {
        @Override
        public String detail() {
            return "There is no group " + group + ".";
        }
    }

    record GroupExists(String group) implements Refusal {
        @Override
        public String detail() {
            return "There is a group " + group + " already.";
        }
    }

    record OwnMembershipForbidden(String group) implements Refusal {
        @Override
        public String detail() {
            return "Nobody changes their own membership; ask another admin.";
        }
    }

    record NoSuchToken(String token) implements Refusal {
        @Override
        public String detail() {
            return "There is no token " + token + ".";
        }
    }

    record NoSuchSignOff(String id) implements Refusal {
        @Override
        public String detail() {
            return "There is no version approval, rejection or quarantine " + id + ".";
        }
    }

    record NoSuchVersion(VersionName version) implements Refusal {
        @Override
        public String detail() {
            return version + " is not registered: report its build first";
        }
    }

    record NoSuchApprovalType(String type) implements Refusal {
        @Override
        public String detail() {
            return "type: " + type + " (expected: one of GET /v1/approval-types)";
        }
    }

    record NoSuchEnvironment(String environment) implements Refusal {
        @Override
        public String detail() {
            return "environment: " + environment + " (expected: a registered one)";
        }
    }

    record VersionStandsRejected(VersionName version, String rejection) implements Refusal {
        @Override
        public String detail() {
            return version + " is rejected; have the rejection revoked first.";
        }
    }

    record DigestMismatch(VersionName version, String given, @Nullable String bound)
            implements Refusal {
        @Override
        public String detail() {
            return bound == null
                    ? version + " is bound to no artifact yet: report its build with the digest"
                    : version + " is bound to another artifact, " + bound + ".";
        }
    }

    record TypeNotYours(String type, List<String> eligible) implements Refusal {
        @Override
        public String detail() {
            return type + " is decided by " + String.join(", ", eligible) + ".";
        }
    }

    record BuilderMayNotSignOff(VersionName version) implements Refusal {
        @Override
        public String detail() {
            return "Whoever built " + version + " does not sign it off.";
        }
    }

    record NotYours(String id, List<String> roles) implements Refusal {
        @Override
        public String detail() {
            return "Only who gave "
                    + id
                    + " may take it back, or "
                    + String.join(", ", roles)
                    + ".";
        }
    }

    record NoSuchSlot(String dr, String slot, List<String> known) implements Refusal {
        @Override
        public String detail() {
            return "slot: " + slot + " (expected: one of " + String.join(", ", known) + ")";
        }
    }

    record RevisionAhead(String dr, int given, int current) implements Refusal {
        @Override
        public String detail() {
            return "revision: " + given + " (expected: " + current + ")";
        }
    }

    /**
     * @param rejectedBy the rejection that closed it; null if it is closed for another reason, or
     *     was not open yet
     */
    record RequestNotOpen(String dr, String state, @Nullable String rejectedBy) implements Refusal {
        @Override
        public String detail() {
            return dr
                    + " is "
                    + state
                    + (rejectedBy == null ? "" : " by " + rejectedBy)
                    + " (expected: in_progress).";
        }
    }

    record StaleRevision(String dr, int given, int current) implements Refusal {
        @Override
        public String detail() {
            return dr
                    + " is at revision "
                    + current
                    + " by now; the decision was about revision "
                    + given
                    + ". Look at it again.";
        }
    }

    record RoleNotEligible(String slot, List<String> eligible) implements Refusal {
        @Override
        public String detail() {
            return "Slot "
                    + slot
                    + " is decided by somebody with one of the roles "
                    + String.join(", ", eligible)
                    + ".";
        }
    }

    /**
     * @param relation {@code author}, {@code last_editor} or {@code version_builder}
     */
    record SelfApprovalForbidden(String dr, String relation) implements Refusal {
        @Override
        public String detail() {
            return "You are the "
                    + relation.replace('_', ' ')
                    + " of "
                    + dr
                    + "; for production somebody else has to approve.";
        }
    }

    record AgentMayNotApprove(String actorKind) implements Refusal {
        @Override
        public String detail() {
            return "Approval slots are decided by people (expected: human, found: "
                    + actorKind
                    + ").";
        }
    }

    record StageNotOpen(String dr, String slot, int stage, List<String> waitsFor)
            implements Refusal {
        @Override
        public String detail() {
            return "Slot "
                    + slot
                    + " of "
                    + dr
                    + " is of stage "
                    + stage
                    + ", which opens once these are filled: "
                    + String.join(", ", waitsFor)
                    + ".";
        }
    }

    record NotDelegated(String from, String slot) implements Refusal {
        @Override
        public String detail() {
            return "No delegation of "
                    + from
                    + " to you is in force that covers slot "
                    + slot
                    + ".";
        }
    }

    record NoSuchDelegation(String delegation) implements Refusal {
        @Override
        public String detail() {
            return "There is no delegation " + delegation + ".";
        }
    }

    record NotYourDelegation(String delegation) implements Refusal {
        @Override
        public String detail() {
            return delegation + " is not yours; its delegator, its delegate or an admin ends it.";
        }
    }

    /** To oneself, or to a person that does not exist. */
    record UnfitDelegate(String detail) implements Refusal {}

    record DelegatesForOthers(String from) implements Refusal {
        @Override
        public String detail() {
            return "Only an admin delegates for somebody else (" + from + ").";
        }
    }

    record AdminsOnly(String approval) implements Refusal {
        @Override
        public String detail() {
            return approval + " is revoked by an admin only; its person may withdraw it.";
        }
    }

    record OnePersonOneSlot(String dr, String slot, String approval) implements Refusal {
        @Override
        public String detail() {
            return "You fill slot "
                    + slot
                    + " of "
                    + dr
                    + " already ("
                    + approval
                    + "); one person fills at most one slot.";
        }
    }

    record AlreadyStarted(String dr, String approval, List<String> deployments) implements Refusal {
        @Override
        public String detail() {
            return "Everything that "
                    + approval
                    + " is for has started, so nothing of "
                    + dr
                    + " is left to stop.";
        }
    }

    record NotYourApproval(String approval) implements Refusal {
        @Override
        public String detail() {
            return approval
                    + " is somebody else's; its person may withdraw it, an admin may revoke it.";
        }
    }

    record OwnRolesForbidden(String person) implements Refusal {
        @Override
        public String detail() {
            return "Nobody changes what they themselves may; ask another admin.";
        }
    }

    record LastAdmin(String person) implements Refusal {
        @Override
        public String detail() {
            return person + " is the last admin; make somebody else admin first.";
        }
    }

    record EmailTaken(String person) implements Refusal {
        @Override
        public String detail() {
            return "The e-mail address belongs to " + person + " already.";
        }
    }
}
