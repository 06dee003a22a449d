package dev.interlock.rules.domain.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment request came from and points to: outside what approvals bind to.
 *
 * @param template id of the template it was made from; null = none
 * @param linkKinds kinds of what it links to, folded
 */
public record Paperwork(@Nullable String template, List<String> linkKinds) {

    public static final Paperwork NONE = new Paperwork(null, List.of());

    public Paperwork {
        linkKinds = List.copyOf(linkKinds);
    }
}
