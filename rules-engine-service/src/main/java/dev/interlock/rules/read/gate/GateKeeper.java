package dev.interlock.rules.read.gate;

import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.edge.Problem;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.gate.Gate;
import dev.interlock.rules.domain.gate.Judgement;
import dev.interlock.rules.domain.gate.Ruling.NotCovered;
import dev.interlock.rules.projection.FreshFacts;
import dev.interlock.rules.projection.GateProperties;
import dev.interlock.rules.projection.Undecidable;
import dev.interlock.rules.projection.World;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Asks the one decision function, with facts that are proven fresh. Whatever goes wrong is 503. */
@Component
class GateKeeper {

    private static final Logger log = LoggerFactory.getLogger(GateKeeper.class);

    private interface FactsSource {
        World facts() throws InterruptedException;
    }

    private record Answered(String kind, String outcome) {}

    private final FreshFacts facts;
    private final GateProperties properties;
    private final GateAnswers answers;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer judging;
    private final Map<Answered, Timer> deciding = new ConcurrentHashMap<>();
    private final DecisionIds ids;

    @Autowired
    GateKeeper(
            FreshFacts facts,
            GateProperties properties,
            Environment environment,
            DecisionIds ids,
            Clock clock,
            MeterRegistry meters) {
        this.facts = facts;
        this.properties = properties;
        this.answers = new GateAnswers(environment.getRequiredProperty("interlock.public-url"));
        this.clock = clock;
        this.ids = ids;
        this.meters = meters;
        this.judging =
                Timer.builder("interlock.gate.judge")
                        .description("the decision function alone")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofNanos(1_000))
                        .maximumExpectedValue(Duration.ofMillis(100))
                        .register(meters);
    }

    /**
     * @param at the instant to judge at; null = now
     * @throws Problem 422, or 503 {@code DECISION_UNAVAILABLE}
     */
    GateDecision check(GateQuery query, @Nullable Instant at, Map<String, Long> atLeast) {
        return timed("check", query, at, () -> facts.atLeast(atLeast));
    }

    /**
     * @param atMost how long to wait for freshness; zero = the default
     * @throws Problem 422, or 503 {@code DECISION_UNAVAILABLE}
     */
    GateDecision strong(GateQuery query, Duration atMost) {
        var bound = atMost.isPositive() ? atMost : properties.freshness();
        var limited =
                bound.compareTo(properties.longestWait()) > 0 ? properties.longestWait() : bound;
        return timed("start", query, null, () -> facts.strong(limited));
    }

    private GateDecision timed(
            String kind, GateQuery query, @Nullable Instant at, FactsSource source) {
        var sample = Timer.start(meters);
        String outcome = "unavailable";
        try {
            var decision = decide(query, at, source.facts());
            outcome = decision.allowed() ? "allow" : "block";
            return decision;
        } catch (Problem problem) {
            outcome = "refused";
            throw problem;
        } catch (Undecidable undecidable) {
            throw unavailable(undecidable.reason(), String.valueOf(undecidable.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unavailable("stopping", "the service is stopping");
        } catch (RuntimeException failure) {
            log.error("no decision on {}", query, failure);
            throw unavailable("failure", "the decision failed; the log has the trace id");
        } finally {
            sample.stop(deciding.computeIfAbsent(new Answered(kind, outcome), this::timer));
        }
    }

    private Timer timer(Answered answered) {
        return Timer.builder("interlock.gate.decision")
                .description("from the question to the answer, waiting included")
                .tags("kind", answered.kind(), "outcome", answered.outcome())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(10_000))
                .maximumExpectedValue(Duration.ofSeconds(15))
                .register(meters);
    }

    private GateDecision decide(GateQuery query, @Nullable Instant at, World world) {
        var now = clock.instant();
        long start = System.nanoTime();
        var ruling = Gate.decide(query, world, at == null ? now : at);
        judging.record(Duration.ofNanos(System.nanoTime() - start));
        return switch (ruling) {
            case NotCovered(var dr, var detail) ->
                    throw Problem.of(422, "DR_DOES_NOT_COVER", detail).with("dr", dr);
            case Judgement judgement ->
                    answers.answer(ids.next(now), judgement, world.positions(), now);
        };
    }

    private Problem unavailable(String reason, String detail) {
        meters.counter("interlock.gate.unavailable", "reason", reason).increment();
        return Problem.unavailable("DECISION_UNAVAILABLE", detail)
                .with("reason", reason)
                .retryAfter(clock.instant().plusSeconds(1));
    }
}
