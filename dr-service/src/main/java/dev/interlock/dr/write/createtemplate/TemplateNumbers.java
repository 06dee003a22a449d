package dev.interlock.dr.write.createtemplate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Short ids that people can say. */
@Component
class TemplateNumbers {

    private final JdbcClient jdbc;

    TemplateNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String next() {
        return "TPL-" + jdbc.sql("SELECT nextval('template_number')").query(Long.class).single();
    }
}
