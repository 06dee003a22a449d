package dev.interlock.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
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

    /** It answers by problems as well, and takes forms for UTF-8. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> server() {
        return factory ->
                factory.addContextCustomizers(
                        context -> {
                            context.setRequestCharacterEncoding(StandardCharsets.UTF_8.name());
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

    /** Before all others, whose work it times as well. */
    @Bean
    FilterRegistrationBean<RequestTimes> requestTimes(MeterRegistry meters) {
        return inOrder(new RequestTimes(meters), -100);
    }

    /** Off: see {@link RequestTimes}. */
    @Bean
    FilterRegistrationBean<ServerHttpObservationFilter> webMvcObservationFilter() {
        var off =
                new FilterRegistrationBean<>(
                        new ServerHttpObservationFilter(ObservationRegistry.NOOP));
        off.setEnabled(false);
        return off;
    }

    /** Off: the dispatcher servlet makes the request known as well, and nothing asks before it. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContextFilter() {
        var off = new FilterRegistrationBean<>(new RequestContextFilter());
        off.setEnabled(false);
        return off;
    }

    /** The order of our filters among themselves; all of them come before those of others. */
    public static <F extends Filter> FilterRegistrationBean<F> inOrder(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100 + order);
        return registration;
    }
}
