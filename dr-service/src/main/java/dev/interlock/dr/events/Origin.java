package dev.interlock.dr.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is settled when a deployment request is begun, for good.
 *
 * @param contentsPolicy what a hashed change does to approvals: {@code invalidate_all}, {@code
 *     invalidate_affected} or {@code lock}
 * @param template the template it was made from; null = none
 * @param templateVersion null without a template
 * @param supersedes the deployment request it takes the place of; null = none
 */
public record Origin(
        String contentsPolicy,
        @Nullable String template,
        @Nullable Integer templateVersion,
        @Nullable String supersedes) {

    public static final String INVALIDATE_ALL = "invalidate_all";
    public static final String INVALIDATE_AFFECTED = "invalidate_affected";
    public static final String LOCK = "lock";

    public static final List<String> POLICIES = List.of(INVALIDATE_ALL, INVALIDATE_AFFECTED, LOCK);

    /** As all were before there was a choice. */
    public static final Origin PLAIN = new Origin(INVALIDATE_ALL, null, null, null);
}
