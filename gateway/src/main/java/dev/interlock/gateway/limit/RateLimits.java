package dev.interlock.gateway.limit;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.edge.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * A share of requests for each caller, as a bucket that fills evenly. The headers have the form of
 * draft-ietf-httpapi-ratelimit-headers-10: {@code RateLimit-Policy: "default";q=60000;w=60} and
 * {@code RateLimit: "default";r=59999;t=1}.
 */
@Component
public final class RateLimits {

    /** What a request counts towards. */
    public enum Kind {
        DEFAULT,
        GATE
    }

    private static final int MOST_CALLERS = 20_000;

    private record Account(String principal, Kind kind) {}

    /**
     * @param policy its header
     * @param left how the header begins that says what is left
     */
    private record Share(String name, long quota, String policy, String left) {

        static Share of(String name, long quota, Duration window) {
            return new Share(
                    name,
                    quota,
                    "\"%s\";q=%d;w=%d".formatted(name, quota, window.toSeconds()),
                    "\"%s\";r=".formatted(name));
        }
    }

    private final ConcurrentHashMap<Account, Bucket> buckets = new ConcurrentHashMap<>();
    private final Share usual;
    private final Share gate;
    private final Duration window;
    private final TimeMeter time;

    @Autowired
    RateLimits(LimitProperties properties) {
        this(properties, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(LimitProperties properties, TimeMeter time) {
        this.window = properties.window();
        this.usual = Share.of("default", properties.requests(), window);
        this.gate = Share.of("gate", properties.gate(), window);
        this.time = time;
    }

    /**
     * A request as it was counted.
     *
     * @param policy what is allowed
     * @param left what is left
     * @param refusal 429 {@code RATE_LIMITED}; null while there was something left
     */
    public record Counted(String policy, String left, @Nullable Problem refusal) {

        /**
         * Tells the caller.
         *
         * @throws Problem the refusal
         */
        public void tell(HttpServletResponse response) {
            response.setHeader("RateLimit-Policy", policy);
            response.setHeader("RateLimit", left);
            if (refusal != null) {
                throw refusal;
            }
        }
    }

    public Counted count(Identity caller, Kind kind) {
        Share share =
                switch (kind) {
                    case DEFAULT -> usual;
                    case GATE -> gate;
                };
        ConsumptionProbe probe =
                bucket(new Account(caller.principal(), kind), share)
                        .tryConsumeAndReturnRemaining(1);
        return new Counted(
                share.policy(),
                share.left()
                        + probe.getRemainingTokens()
                        + ";t="
                        + seconds(probe.getNanosToWaitForReset()),
                probe.isConsumed() ? null : refused(share, probe));
    }

    private Problem refused(Share share, ConsumptionProbe probe) {
        return Problem.of(
                        429,
                        "RATE_LIMITED",
                        "more than %d requests within %d s"
                                .formatted(share.quota(), window.toSeconds()))
                .header(
                        "Retry-After",
                        Long.toString(Math.max(1, seconds(probe.getNanosToWaitForRefill()))));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, 1_000_000_000L);
    }

    private Bucket bucket(Account account, Share share) {
        Bucket known = buckets.get(account);
        if (known != null) {
            return known;
        }
        if (buckets.size() >= MOST_CALLERS) {
            forget();
        }
        return buckets.computeIfAbsent(account, _ -> full(share));
    }

    /** Full ones say no more than new ones would; if there is none, all callers begin anew. */
    private void forget() {
        buckets.entrySet()
                .removeIf(
                        entry -> {
                            long quota =
                                    entry.getKey().kind() == Kind.GATE
                                            ? gate.quota()
                                            : usual.quota();
                            return entry.getValue().getAvailableTokens() >= quota;
                        });
        if (buckets.size() >= MOST_CALLERS) {
            buckets.clear();
        }
    }

    int callers() {
        return buckets.size();
    }

    private Bucket full(Share share) {
        return Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(share.quota()).refillGreedy(share.quota(), window))
                .withCustomTimePrecision(time)
                .build();
    }
}
