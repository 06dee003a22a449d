package dev.interlock.rules.domain.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.interlock.rules.domain.facts.LaneHistory;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a condition may ask about. A fact that is not there has no value: asking for it fails the
 * condition, unless something before it ({@code &&}, {@code ||}, {@code ?:}) makes it unnecessary.
 */
enum Fact {
    PRODUCT("product", SimpleType.STRING, s -> s.query().product()),
    /** By name. */
    PRODUCT_LABELS(
            "product_labels",
            MapType.create(SimpleType.STRING, SimpleType.STRING),
            s -> s.records().labels(s.query().product()).byName()),
    VERSION("version", SimpleType.STRING, s -> s.query().version()),
    /** Of the artifact the version is bound to; empty while it is not. */
    VERSION_DIGEST(
            "digest",
            SimpleType.STRING,
            s ->
                    Objects.toString(
                            s.records().version(s.query().product(), s.query().version()).digest(),
                            "")),
    /** Opaque ids of the persons who built it. */
    BUILDERS(
            "builders",
            ListType.create(SimpleType.STRING),
            s ->
                    s.records().builders(s.query().product(), s.query().version()).stream()
                            .sorted()
                            .toList()),
    ENVIRONMENT("environment", SimpleType.STRING, s -> s.environment().name()),
    ENVIRONMENT_TYPE("environment_type", SimpleType.STRING, s -> s.environment().type()),
    /** {@code deploy}, {@code redeploy} or {@code rollback}, proven from history. */
    ACTION("action", SimpleType.STRING, Situation::action),
    /** {@code human}, {@code ci} or {@code agent}. */
    ACTOR_KIND("actor_kind", SimpleType.STRING, s -> s.query().actorKind()),
    /** Opaque id of the person who deploys; empty for a machine. */
    DEPLOYER(
            "deployer",
            SimpleType.STRING,
            s -> Objects.requireNonNullElse(s.query().deployer(), "")),
    NOW("now", SimpleType.TIMESTAMP, Situation::now),
    /** Has nothing of the product ever completed there? */
    FIRST_DEPLOYMENT("first_deployment", SimpleType.BOOL, s -> s.lane().isUnused()),
    /** What runs there; empty if nothing does. */
    RUNNING_VERSION(
            "running_version",
            SimpleType.STRING,
            s -> Objects.requireNonNullElse(s.lane().current(), "")),
    /** When the newest deployment of the product completed there; none before the first. */
    LAST_COMPLETED_AT("last_completed_at", SimpleType.TIMESTAMP, Fact::lastCompleted),
    /** Ids of the open deployment requests that cover the deployment, newest first. */
    REQUESTS(
            "deployment_requests",
            ListType.create(SimpleType.STRING),
            s -> s.open().stream().map(Request::id).toList()),
    /** Opaque ids of their authors, in the same order. */
    AUTHORS(
            "authors",
            ListType.create(SimpleType.STRING),
            s -> s.open().stream().map(r -> r.facts().author()).toList()),
    /** Kinds of what they link to, folded. */
    LINK_KINDS(
            "link_kinds",
            ListType.create(SimpleType.STRING),
            s ->
                    s.open().stream()
                            .flatMap(r -> r.facts().paperwork().linkKinds().stream())
                            .distinct()
                            .sorted()
                            .toList());

    static final List<Fact> ALL = List.of(values());

    private final String variable;
    private final CelType type;
    private final Function<Situation, @Nullable Object> value;

    Fact(String variable, CelType type, Function<Situation, @Nullable Object> value) {
        this.variable = variable;
        this.type = type;
        this.value = value;
    }

    String variable() {
        return variable;
    }

    CelType type() {
        return type;
    }

    /** Null if there is none. */
    @Nullable Object in(Situation situation) {
        return value.apply(situation);
    }

    private static @Nullable Instant lastCompleted(Situation situation) {
        return situation.lane().history().newest().map(LaneHistory.Completed::at).orElse(null);
    }
}
