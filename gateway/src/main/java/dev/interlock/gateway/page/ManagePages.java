package dev.interlock.gateway.page;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.gateway.identity.Resolution;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What links in CI summaries point at. */
@Controller
final class ManagePages {

    /** What a button of the form says, and where it goes. */
    private static final Map<String, String> DECISIONS =
            Map.of("approve", "approvals", "reject", "rejections");

    private final Visitors visitors;
    private final ManagedThings things;

    ManagePages(Visitors visitors, ManagedThings things) {
        this.visitors = visitors;
        this.things = things;
    }

    @GetMapping("/manage/deployments")
    String deployment(
            @RequestParam(defaultValue = "") String view,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return show(
                "deployment", caller -> things.deployment(view, caller), request, response, model);
    }

    /** The link that older clients write. */
    @GetMapping("/deployments/{view}")
    String olderLink(@PathVariable String view) {
        return "redirect:/manage/deployments?view=" + ManagedThings.encoded(view);
    }

    @GetMapping("/manage/versions")
    String version(
            @RequestParam(defaultValue = "") String view,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return show("version", caller -> things.version(view, caller), request, response, model);
    }

    @GetMapping("/manage/catalog")
    String catalog(
            @RequestParam(defaultValue = "versions") String tab,
            @RequestParam(defaultValue = "") String view,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return show(
                "version",
                caller -> tab.equals("versions") ? things.version(view, caller) : Optional.empty(),
                request,
                response,
                model);
    }

    @GetMapping("/manage/deployment-requests")
    String deploymentRequest(
            @RequestParam(defaultValue = "") String view,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return show(
                "deployment-request",
                caller -> things.deploymentRequest(view, caller),
                request,
                response,
                model);
    }

    /**
     * Approves or rejects, from the form on the page of the request; a link alone never does.
     *
     * @param actingFor empty = in one's own name
     */
    @PostMapping("/manage/deployment-requests")
    String decide(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String slot,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(name = "acting_for", defaultValue = "") String actingFor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (Forms.isForeign(request)) {
            return message(403, "This form was sent from another site.", response, model);
        }
        if (!(visitors.of(request) instanceof Resolution.Known known)) {
            return deploymentRequest(view, request, response, model);
        }
        if (!DECISIONS.containsKey(decision)) {
            return message(422, "A decision is approve or reject.", response, model);
        }
        var body = new LinkedHashMap<String, Object>(Map.of("slot", slot, "revision", revision));
        if (!comment.isBlank()) {
            body.put("comment", comment);
        }
        if (!actingFor.isBlank()) {
            body.put("acting_for", actingFor);
        }
        var refused = things.decide(view, DECISIONS.get(decision), body, known.identity());
        if (refused.isEmpty()) {
            return "redirect:/manage/deployment-requests?view=" + ManagedThings.encoded(view);
        }
        response.setStatus(409);
        model.addAttribute("refused", refused.get());
        model.addAttribute("comment", comment);
        return deploymentRequest(view, request, response, model);
    }

    private String show(
            String template,
            Function<Identity, Optional<Map<String, Object>>> load,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Cache-Control", "no-store");
        return switch (visitors.of(request)) {
            case Resolution.Known known -> {
                try {
                    yield load.apply(known.identity())
                            .map(thing -> found(template, thing, known.identity(), model))
                            .orElseGet(
                                    () -> message(404, "There is nothing here.", response, model));
                } catch (ManagedThings.Unavailable e) {
                    yield message(e.status(), e.text(), response, model);
                }
            }
            case Resolution.Unknown unknown -> signIn(request, response, model);
            case Resolution.Unavailable unavailable ->
                    message(
                            503,
                            "Interlock cannot tell who you are now. Try again.",
                            response,
                            model);
        };
    }

    private static String found(
            String template, Map<String, Object> thing, Identity identity, Model model) {
        model.addAttribute("thing", thing);
        model.addAttribute("visitor", identity.name());
        return template;
    }

    private static String message(
            int status, String text, HttpServletResponse response, Model model) {
        response.setStatus(status);
        model.addAttribute("message", text);
        return "message";
    }

    private static String signIn(
            HttpServletRequest request, HttpServletResponse response, Model model) {
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            // a strict cookie is not sent along with a link from elsewhere: ask once more from here
            response.setHeader("Refresh", "0");
        }
        response.setStatus(401);
        String query = request.getQueryString();
        String here =
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return SignInPage.form(SignInPage.safe(here), null, model);
    }
}
