package dev.interlock.edge;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything the HTTP side of a service needs; imported by the application class. */
@Configuration(proxyBeanMethods = false)
@Import({WebEdgeConfiguration.class, IdentityConfiguration.class})
public class EdgeConfiguration {

    @Bean
    FilterRegistrationBean<IdentityFilter> identityFilter(
            IdentityVerifier verifier, ProblemWriter problems) {
        return WebEdgeConfiguration.inOrder(new IdentityFilter(verifier, problems), 20);
    }
}
