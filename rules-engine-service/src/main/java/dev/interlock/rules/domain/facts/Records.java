package dev.interlock.rules.domain.facts;

import dev.interlock.rules.domain.schedule.NamedCalendar;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One state of the world, read without locks; it never changes under its reader. */
public interface Records {

    /** By name or alias; null if there is none. */
    @Nullable Environment environment(String name);

    Collection<Environment> knownEnvironments();

    /** An unused lane if nothing happened there. */
    Lane lane(String product, Environment environment);

    /** Those on which a deployment is in progress, and those of which that is not known. */
    Collection<Lane> busyLanes();

    /** Deployments that the gate admitted to it, newest first. */
    List<Start> startsIn(Environment environment);

    @Nullable Request request(String id);

    /** All that name this product version for this environment, in any state, newest first. */
    List<Request> covering(String product, String version, Environment environment);

    /**
     * Deployment requests that ship the product, are not over, and have a required step to be done
     * afterwards by some time, or of which that is not known.
     */
    List<Request> owing(String product);

    /** None if nobody labelled it. */
    Labels labels(String product);

    /** Opaque ids of the persons who built this version, as the builds said. */
    Collection<String> builders(String product, String version);

    /** What was said of the version itself; nothing if nobody said anything. */
    VersionFacts version(String product, String version);

    /** Freezes that stop deployments at this instant, those that hold longest first. */
    List<Freeze> freezes(String product, Environment environment, Instant at);

    /** Whatever has become of it; null if there is none. */
    @Nullable Freeze freeze(String id);

    /** Its version in force; null if there is none. */
    @Nullable NamedCalendar calendar(String name);

    /** Freezes that may stop anything: a record about them could not be read. */
    Collection<String> unreadableFreezes();

    /** All there ever were for this version there, oldest first. */
    List<GivenOverride> overrides(String product, String version, Environment environment);

    @Nullable GivenOverride override(String id);

    /** Did this person break the glass, and nobody closed the review yet? */
    boolean reviewDue(String person);

    /** The roles that may fill slots of this approval type; empty if the type is unknown. */
    List<String> rolesOf(String approvalType);

    /**
     * Opaque ids of the persons who can act and hold the role in every one of the places, each
     * place by whichever grant.
     */
    Collection<String> holders(String role, Collection<Place> places);

    /** Does the person hold the role in every one of the places, and can act? */
    boolean holds(String person, String role, Collection<Place> places);

    /**
     * Could every record be read? Then nothing is unreadable, and of nothing the coverage unknown.
     */
    boolean allReadable();

    /**
     * Why the entity cannot be judged: a record about it could not be read. Null if it can.
     *
     * @param kind {@code environment}, {@code product}, {@code lane}, {@code freeze}, {@code
     *     calendar} or {@code dr}
     */
    @Nullable String unreadable(String kind, String id);

    /**
     * Unreadable deployment requests that may cover anything: what they cover is in a record that
     * could not be read, and their owner has not said it since.
     */
    Collection<String> ofUnknownCoverage();
}
