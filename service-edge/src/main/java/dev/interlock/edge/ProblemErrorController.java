package dev.interlock.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what the servlet container refuses by itself, so that this is a problem as well. */
@RestController
final class ProblemErrorController implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(status instanceof Integer code)) {
            return ProblemAdvice.ofStatus(404).response();
        }
        return code >= 500
                ? Problem.of(
                                500,
                                "INTERNAL_ERROR",
                                "an unexpected failure; the log has the trace id")
                        .response()
                : ProblemAdvice.ofStatus(code).response();
    }
}
