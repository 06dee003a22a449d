package dev.interlock.edge;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Signing, verifying and using internal identities. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
public class IdentityConfiguration {

    @Bean
    IdentitySigner identitySigner(IdentityProperties properties, ObjectProvider<Clock> clock) {
        return new IdentitySigner(properties.secret(), clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    IdentityVerifier identityVerifier(IdentityProperties properties, ObjectProvider<Clock> clock) {
        return new IdentityVerifier(properties.secret(), clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    ServiceIdentity serviceIdentity(Environment environment) {
        return ServiceIdentity.of(environment.getRequiredProperty("spring.application.name"));
    }

    @Bean
    InternalHttp internalHttp(IdentitySigner signer) {
        return new InternalHttp(signer);
    }
}
