package dev.interlock.edge;

import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Every failure as a problem. Comes last: a service's own advice, which knows its refusals, goes
 * first.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Problem problem) {
        return problem.response();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException e) {
        return UnreadableBody.problem(e).response();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> missing(MissingServletRequestParameterException e) {
        return Problem.invalid("?" + e.getParameterName(), "is required").response();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> mismatch(MethodArgumentTypeMismatchException e) {
        return Problem.invalid("?" + e.getName(), "has a value of the wrong kind").response();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreachable(ServiceUnreachable e) {
        LOG.warn("{}", e.getMessage());
        return Problem.unavailable(
                        "DEPENDENCY_UNAVAILABLE", "a service needed for this did not answer")
                .response();
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<Map<String, Object>> database(Exception e) {
        LOG.warn("database: {}", e.toString());
        return Problem.unavailable("SERVICE_UNAVAILABLE", "the database did not answer").response();
    }

    /** The client went away: there is nobody to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        LOG.debug("client gone: {}", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> other(Exception e) {
        if (BodyTooLarge.caused(e)) {
            return BodyTooLarge.problem().response();
        }
        if (e instanceof ErrorResponse spring && spring.getStatusCode().is4xxClientError()) {
            return ofSpring(spring);
        }
        LOG.error("unexpected failure", e);
        return Problem.of(500, "INTERNAL_ERROR", "an unexpected failure; the log has the trace id")
                .response();
    }

    private static ResponseEntity<Map<String, Object>> ofSpring(ErrorResponse spring) {
        Problem problem = ofStatus(spring.getStatusCode().value());
        String allow = spring.getHeaders().getFirst(HttpHeaders.ALLOW);
        if (allow != null) {
            problem.header(HttpHeaders.ALLOW, allow);
        }
        return problem.response();
    }

    /** A problem that knows no more than its HTTP status. */
    static Problem ofStatus(int code) {
        HttpStatus status = HttpStatus.resolve(code);
        if (status == null) {
            return Problem.of(code, "REFUSED", "refused");
        }
        String detail =
                switch (status) {
                    case NOT_FOUND -> "there is nothing at this path";
                    case METHOD_NOT_ALLOWED -> "this path does not take this method";
                    case UNSUPPORTED_MEDIA_TYPE -> "send application/json";
                    default -> status.getReasonPhrase().toLowerCase(Locale.ROOT);
                };
        return Problem.of(code, status.name(), detail);
    }
}
