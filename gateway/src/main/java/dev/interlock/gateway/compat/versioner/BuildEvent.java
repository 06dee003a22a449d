package dev.interlock.gateway.compat.versioner;

import dev.interlock.contracts.dr.BuildReport;
import dev.interlock.contracts.identity.Identity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /build-events/}. */
final class BuildEvent {

    private BuildEvent() {}

    /**
     * @throws EventRefused 422
     */
    static BuildReport read(EventBody body, Identity caller) {
        String product = body.required("product_name", 255);
        String version = body.required("version", 100);
        String status = body.status();
        String sourceSystem = body.optional("source_system", 50);
        String invokeId = body.optional("invoke_id", 255);
        var metadata = body.metadata();
        var report =
                new BuildReport(
                        product,
                        version,
                        status,
                        sourceSystem,
                        body.optional("build_number", 100),
                        body.optional("scm_sha", 64),
                        body.optional("scm_repository", 500),
                        body.optional("scm_branch", 255),
                        body.optional("build_url", 2000),
                        invokeId,
                        body.optional("built_by", 255),
                        body.optional("built_by_email", 255),
                        body.optional("built_by_name", 255),
                        body.time("started_at"),
                        body.time("completed_at"),
                        metadata,
                        key(body, caller, product, version, status, sourceSystem, invokeId));
        body.throwIfInvalid();
        return report;
    }

    private static @Nullable String key(
            EventBody body,
            Identity caller,
            String product,
            String version,
            String status,
            @Nullable String sourceSystem,
            @Nullable String invokeId) {
        if (invokeId == null) {
            return null;
        }
        return RunKeys.of(
                        Objects.requireNonNullElse(caller.tokenId(), caller.principal()),
                        sourceSystem,
                        invokeId,
                        body.metadata(),
                        product,
                        version,
                        null,
                        status,
                        body.tree())
                .key();
    }
}
