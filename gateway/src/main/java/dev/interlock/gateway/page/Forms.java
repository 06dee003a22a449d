package dev.interlock.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Where a form comes from: the session's cookie is strict, and this is the second lock. */
final class Forms {

    /** What a browser says of a form sent from one of our pages; other clients say nothing. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private Forms() {}

    /** Whether a page of another site had it sent. */
    static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OURS.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin != null && !origin.endsWith("://" + request.getHeader("Host"));
    }
}
