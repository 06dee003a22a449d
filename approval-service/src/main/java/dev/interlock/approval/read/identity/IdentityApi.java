package dev.interlock.approval.read.identity;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import java.time.Clock;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class IdentityApi {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    record Body(@Nullable String hash) {}

    private final Identities identities;
    private final TokenUse use;
    private final Clock clock;

    IdentityApi(Identities identities, TokenUse use, Clock clock) {
        this.identities = identities;
        this.use = use;
        this.clock = clock;
    }

    /** For the gateway: who is it that shows this token? */
    @PostMapping("/internal/tokens/resolve")
    Identity resolve(@RequestBody Body body, Caller caller) {
        caller.requireService();
        var hash = body.hash();
        if (hash == null || !SHA_256.matcher(hash).matches()) {
            throw Problem.invalid("/hash", "is not a lower-case hex SHA-256");
        }
        var now = clock.instant();
        var identity = identities.of(hash, now).orElseThrow(() -> Problem.notFound("such a token"));
        use.note(Objects.requireNonNull(identity.tokenId()), now);
        return identity;
    }

    /** Open to everybody who is somebody. */
    @GetMapping("/v1/whoami")
    Identity whoami(Caller caller) {
        return caller.identity();
    }
}
