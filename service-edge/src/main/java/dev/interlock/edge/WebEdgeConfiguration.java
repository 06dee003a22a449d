package dev.interlock.edge;

import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the gateway and the services have in common: problems, strict JSON, limits, correlation. */
@Configuration(proxyBeanMethods = false)
public class WebEdgeConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    @Bean
    JsonMapperBuilderCustomizer edgeJson() {
        return builder -> {
            EdgeJson.common(builder);
            EdgeJson.strict(builder);
        };
    }

    @Bean
    ProblemWriter problemWriter() {
        return new ProblemWriter();
    }

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    ProblemErrorController problemErrorController() {
        return new ProblemErrorController();
    }

    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationFilter() {
        return inOrder(new CorrelationFilter(), 0);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(ProblemWriter problems) {
        return inOrder(new BodyLimitFilter(problems), 10);
    }

    static <F extends Filter> FilterRegistrationBean<F> inOrder(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100 + order);
        return registration;
    }
}
