package dev.interlock.edge;

import jakarta.servlet.Filter;
import java.time.Instant;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the gateway and the services have in common: problems, strict JSON, limits, correlation. */
@Configuration(proxyBeanMethods = false)
public class WebEdgeConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(
                String.class,
                Instant.class,
                text ->
                        Instants.parse(text)
                                .orElseThrow(() -> new IllegalArgumentException("no time")));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServerItself() {
        return factory ->
                factory.addContextCustomizers(
                        context -> {
                            if (context.getParent() instanceof StandardHost host) {
                                host.setErrorReportValveClass(ProblemReportValve.class.getName());
                            }
                        });
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

    @Bean
    FilterRegistrationBean<QueryFilter> queryFilter(ProblemWriter problems) {
        return inOrder(new QueryFilter(problems), 5);
    }

    /** The order of our filters among themselves; all of them come before those of others. */
    public static <F extends Filter> FilterRegistrationBean<F> inOrder(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100 + order);
        return registration;
    }
}
