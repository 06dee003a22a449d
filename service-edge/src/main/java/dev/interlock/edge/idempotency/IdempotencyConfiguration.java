package dev.interlock.edge.idempotency;

import dev.interlock.edge.ProblemWriter;
import dev.interlock.edge.WebEdgeConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** To be imported by whoever declares an {@link AnswerStore}. */
@Configuration(proxyBeanMethods = false)
public class IdempotencyConfiguration {

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            AnswerStore store, ObjectProvider<ReplayRule> rules) {
        return WebEdgeConfiguration.inOrder(
                new IdempotencyFilter(store, rules.orderedStream().toList(), new ProblemWriter()),
                30);
    }
}
