package dev.interlock.edge.idempotency;

import dev.interlock.edge.BodyTooLarge;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Correlation;
import dev.interlock.edge.Problem;
import dev.interlock.edge.ProblemWriter;
import dev.interlock.edge.RequestFilter;
import dev.interlock.edge.idempotency.AnswerStore.Outcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Carries a POST with an {@code Idempotency-Key} out once. Refusals are not kept, since what they
 * were refused for may change; nor is what failed.
 */
final class IdempotencyFilter extends RequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);

    private final AnswerStore store;
    private final List<ReplayRule> rules;
    private final ProblemWriter problems;

    /** Answers early what the store would find out late; across replicas, only the store does. */
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    IdempotencyFilter(AnswerStore store, List<ReplayRule> rules, ProblemWriter problems) {
        this.store = store;
        this.rules = List.copyOf(rules);
        this.problems = problems;
    }

    private boolean isNotKeyed(HttpServletRequest request) {
        return request.getHeader(KeyedRequest.HEADER) == null
                || !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/v1/")
                || rules.stream().anyMatch(rule -> rule.isAskedAnew(request.getRequestURI()));
    }

    @Override
    protected void filter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isNotKeyed(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            byte[] body = request.getInputStream().readAllBytes();
            answer(keyed(request, body), new RepeatableBody(request, body), response, chain);
        } catch (Problem refused) {
            problems.write(response, refused);
        } catch (IOException e) {
            if (!BodyTooLarge.caused(e)) {
                throw e;
            }
            problems.write(response, BodyTooLarge.problem());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("database: {}", e.toString());
            response.reset(); // of what was to be answered
            response.setHeader(Correlation.REQUEST_ID, Correlation.current());
            problems.write(response, unknown());
        }
    }

    private static KeyedRequest keyed(HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        String path = request.getRequestURI();
        return KeyedRequest.of(
                Caller.of(request).principal(),
                request.getHeader(KeyedRequest.HEADER),
                request.getMethod(),
                query == null ? path : path + "?" + query,
                body);
    }

    private void answer(
            KeyedRequest keyed,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        String name = keyed.principal() + "\n" + keyed.key();
        if (!running.add(name)) {
            throw KeyedRequest.inUse();
        }
        Reply reply;
        try {
            var answer = kept(keyed);
            reply =
                    answer != null && holds(request.getRequestURI(), answer)
                            ? () -> answer.replay(response)
                            : carriedOut(keyed, answer != null, request, response, chain);
        } finally {
            running.remove(name);
        }
        reply.send(); // not before: who has it may ask again at once
    }

    private interface Reply {
        void send() throws IOException;
    }

    private @Nullable StoredAnswer kept(KeyedRequest keyed) {
        var known = store.known(keyed).orElse(null);
        if (known != null && !known.fingerprint().equals(keyed.fingerprint())) {
            throw KeyedRequest.reused();
        }
        return known == null ? null : known.answer();
    }

    private boolean holds(String path, StoredAnswer answer) {
        return rules.stream().allMatch(rule -> rule.stillHolds(path, answer));
    }

    private Reply carriedOut(
            KeyedRequest keyed,
            boolean again,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        store.run(
                keyed,
                again,
                () -> {
                    chain.doFilter(request, held);
                    return outcome(held);
                });
        return held::copyBodyToResponse;
    }

    private static Outcome outcome(ContentCachingResponseWrapper held) {
        int status = held.getStatus();
        if (status >= 500) {
            return new Outcome.Failed();
        }
        return status >= 200 && status < 300
                ? new Outcome.Done(StoredAnswer.of(held))
                : new Outcome.Refused();
    }

    private static Problem unknown() {
        return Problem.unavailable(
                "SERVICE_UNAVAILABLE",
                "the database did not answer; whether this was carried out is not known: repeat it"
                        + " with the same key");
    }
}
