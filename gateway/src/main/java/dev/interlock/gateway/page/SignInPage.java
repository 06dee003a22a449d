package dev.interlock.gateway.page;

import dev.interlock.gateway.identity.BearerToken;
import dev.interlock.gateway.identity.Identities;
import dev.interlock.gateway.identity.Resolution;
import dev.interlock.gateway.openid.PeopleLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a personal token, which travels in a POST body once and never in a URL. */
@Controller
final class SignInPage {

    private final Identities identities;
    private final Visitors visitors;
    private final PeopleLogin login;

    SignInPage(Identities identities, Visitors visitors, PeopleLogin login) {
        this.identities = identities;
        this.visitors = visitors;
        this.login = login;
    }

    @GetMapping("/manage/sign-in")
    String form(@RequestParam(required = false) @Nullable String next, Model model) {
        model.addAttribute("oidc", login.isOffered());
        return form(safe(next), null, model);
    }

    @PostMapping("/manage/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("oidc", login.isOffered());
        if (Forms.isForeign(request)) {
            response.setStatus(403);
            return form(safe(next), "This form was sent from another site.", model);
        }
        String hash = BearerToken.hash(token).orElse("");
        Resolution resolution = hash.isEmpty() ? new Resolution.Unknown() : identities.ofHash(hash);
        return switch (resolution) {
            case Resolution.Known known -> {
                visitors.signIn(hash, response);
                yield "redirect:" + safe(next);
            }
            case Resolution.Unknown unknown -> {
                response.setStatus(401);
                yield form(safe(next), "This token is not valid.", model);
            }
            case Resolution.Unavailable unavailable -> {
                response.setStatus(503);
                yield form(safe(next), "The token cannot be checked now. Try again.", model);
            }
        };
    }

    @PostMapping("/manage/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        if (!Forms.isForeign(request)) {
            visitors.signOut(request, response);
        }
        return "redirect:/";
    }

    static String form(String next, @Nullable String error, Model model) {
        model.addAttribute("next", next);
        model.addAttribute("error", error);
        return "sign-in";
    }

    /** One of our own pages; anything else leads to the front page. */
    static String safe(@Nullable String next) {
        return next != null
                        && next.startsWith("/manage/")
                        && next.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
                ? next
                : "/";
    }
}
