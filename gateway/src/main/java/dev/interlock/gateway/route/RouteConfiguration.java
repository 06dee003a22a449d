package dev.interlock.gateway.route;

import dev.interlock.edge.WebEdgeConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    /** After the limits that hold for every request. */
    @Bean
    FilterRegistrationBean<RouteFilter> routeFilter(Proxy proxy) {
        return WebEdgeConfiguration.inOrder(new RouteFilter(proxy), 30);
    }
}
