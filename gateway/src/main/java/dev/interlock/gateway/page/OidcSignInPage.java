package dev.interlock.gateway.page;

import dev.interlock.gateway.identity.SignIns;
import dev.interlock.gateway.identity.SignIns.Outcome;
import dev.interlock.gateway.openid.PeopleLogin;
import dev.interlock.gateway.openid.PeopleLogin.LoginRefused;
import dev.interlock.gateway.upstream.GatewayProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with the installation's OpenID provider. */
@Controller
final class OidcSignInPage {

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignInPage.class);
    private static final String WITHOUT_PROVIDER = "redirect:/manage/sign-in";
    static final String COOKIE = "interlock_sign_in";

    private final PeopleLogin login;
    private final SignIns signIns;
    private final Visitors visitors;
    private final GatewayProperties gateway;

    OidcSignInPage(
            PeopleLogin login, SignIns signIns, Visitors visitors, GatewayProperties gateway) {
        this.login = login;
        this.signIns = signIns;
        this.visitors = visitors;
        this.gateway = gateway;
    }

    @GetMapping("/manage/sign-in/oidc")
    String begin(
            @RequestParam(required = false) @Nullable String next,
            HttpServletResponse response,
            Model model) {
        if (!login.isOffered()) {
            return WITHOUT_PROVIDER;
        }
        try {
            var begun = login.begin(SignInPage.safe(next));
            cookie(begun.browser(), PeopleLogin.PATIENCE, response);
            return "redirect:" + begun.provider();
        } catch (IOException e) {
            return unavailable(e, response, model);
        }
    }

    @GetMapping(PeopleLogin.CALLBACK)
    String finish(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(name = "iss", required = false) @Nullable String issuer,
            @CookieValue(name = COOKIE, defaultValue = "") String browser,
            HttpServletResponse response,
            Model model) {
        cookie("", Duration.ZERO, response);
        if (!login.isOffered()) {
            return WITHOUT_PROVIDER;
        }
        if (error != null || code.isEmpty()) {
            return refused(403, "The provider did not sign you in.", response, model);
        }
        try {
            var person = login.finish(state, code, issuer, browser);
            return switch (signIns.open(
                    person.issuer(), person.subject(), person.email(), Sessions.LONGEST)) {
                case Outcome.Opened(var tokenHash) -> {
                    visitors.signIn(tokenHash, response);
                    model.addAttribute("next", person.next());
                    yield "signed-in";
                }
                case Outcome.NotAdmitted notAdmitted ->
                        refused(
                                403,
                                "You are not registered here, or your account is closed. Ask an"
                                        + " administrator of this installation to register you with"
                                        + " your e-mail address.",
                                response,
                                model);
                case Outcome.Unavailable unavailable ->
                        refused(503, "Signing in does not work now. Try again.", response, model);
            };
        } catch (LoginRefused e) {
            return refused(403, String.valueOf(e.getMessage()), response, model);
        } catch (IOException e) {
            return unavailable(e, response, model);
        }
    }

    private String unavailable(IOException e, HttpServletResponse response, Model model) {
        LOG.warn("the OpenID provider cannot be asked: {}", e.toString());
        return refused(503, "The OpenID provider does not answer. Try again.", response, model);
    }

    private String refused(int status, String why, HttpServletResponse response, Model model) {
        response.setStatus(status);
        model.addAttribute("oidc", login.isOffered());
        return SignInPage.form("/", why, model);
    }

    /** Lax, unlike the session's: it comes back with the provider's redirect. */
    private void cookie(String value, Duration age, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/manage/sign-in")
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(gateway.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
