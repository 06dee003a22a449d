package dev.interlock.approval.authority;

import dev.interlock.approval.domain.Token;
import dev.interlock.approval.events.TokenEvent;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Entities;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which persons may be behind a call. A token that somebody issued for another person was seen by
 * both, so neither may use it to let themselves do more.
 */
@Component
public class Authority {

    private final Entities<Token, TokenEvent> tokens;

    Authority(Entities<Token, TokenEvent> tokens) {
        this.tokens = tokens;
    }

    /** Who makes the call; nobody for a service. */
    public Set<String> acting(Caller caller) {
        return caller.person() == null ? Set.of() : Set.of(caller.person());
    }

    /** And who else may be making it: whoever has seen the token. */
    public Set<String> behind(Caller caller) {
        var persons = new TreeSet<String>();
        if (caller.person() != null) {
            persons.add(caller.person());
        }
        var token = caller.identity().tokenId();
        if (token != null && tokens.load(token).issuedBy() instanceof String issuer) {
            persons.add(issuer);
        }
        return Set.copyOf(persons);
    }

    /**
     * Who has seen a token that this call issues; null for a service. Whoever has seen the token of
     * the call itself sees what comes of it.
     */
    public @Nullable String issuer(Caller caller) {
        var token = caller.identity().tokenId();
        var first = token == null ? null : tokens.load(token).issuedBy();
        return first == null ? caller.person() : first;
    }

    /** True for a token that is limited to less than its person may. */
    public boolean isLimited(Caller caller) {
        var token = caller.identity().tokenId();
        return token != null && tokens.load(token).limited();
    }
}
