package dev.interlock.dr.write.draftrequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Short ids that people can say; a refused draft leaves a gap. */
@Component
class RequestNumbers {

    private final JdbcClient jdbc;

    RequestNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String next() {
        return "DR-"
                + jdbc.sql("SELECT nextval('deployment_request_number')")
                        .query(Long.class)
                        .single();
    }
}
