package dev.interlock.gateway.page;

import dev.interlock.gateway.identity.Identities;
import dev.interlock.gateway.identity.Resolution;
import dev.interlock.gateway.upstream.GatewayProperties;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Who looks at a page, by the session cookie. */
@Component
final class Visitors {

    static final String COOKIE = "interlock_session";
    private static final String PATH = "/manage";

    private final Sessions sessions;
    private final Identities identities;
    private final GatewayProperties gateway;

    Visitors(Sessions sessions, Identities identities, GatewayProperties gateway) {
        this.sessions = sessions;
        this.identities = identities;
        this.gateway = gateway;
    }

    Resolution of(HttpServletRequest request) {
        return session(request)
                .flatMap(sessions::tokenHash)
                .map(identities::ofHash)
                .orElseGet(Resolution.Unknown::new);
    }

    void signIn(String tokenHash, HttpServletResponse response) {
        cookie(sessions.open(tokenHash), Sessions.LONGEST, response);
    }

    void signOut(HttpServletRequest request, HttpServletResponse response) {
        session(request).ifPresent(sessions::close);
        cookie("", Duration.ZERO, response);
    }

    private static Optional<String> session(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private void cookie(String value, Duration age, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path(PATH)
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(gateway.isSecure())
                        .sameSite("Strict")
                        .build()
                        .toString());
    }
}
