package dev.interlock.standalone.endtoend;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * Spring Authorization Server with real keys, on a port of its own: people sign in with their name
 * and the password {@code secret}; jobs of a CI system get tokens as its clients.
 */
final class OpenIdServer implements AutoCloseable {

    static final String CLIENT = "interlock";
    static final String SECRET = "the client's secret: 100 % / odd + characters";
    static final String PASSWORD = "secret";

    private final Tomcat tomcat = new Tomcat();
    private final AnnotationConfigWebApplicationContext context =
            new AnnotationConfigWebApplicationContext();

    OpenIdServer() throws IOException, LifecycleException {
        var folder = Files.createTempDirectory("openid-");
        tomcat.setBaseDir(folder.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        context.register(Server.class);
        var web = tomcat.addContext("", folder.toString());
        web.addServletContainerInitializer(
                (classes, servlets) -> {
                    context.setServletContext(servlets);
                    Filter security =
                            new DelegatingFilterProxy("springSecurityFilterChain", context);
                    servlets.addFilter("security", security)
                            .addMappingForUrlPatterns(null, false, "/*");
                    var mvc = servlets.addServlet("mvc", new DispatcherServlet(context));
                    mvc.addMapping("/");
                    mvc.setLoadOnStartup(1);
                },
                Set.of());
        tomcat.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    /** A token with exactly these claims, signed with the server's own key. */
    String sign(JwtClaimsSet claims) {
        return context.getBean(NimbusJwtEncoder.class)
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }

    /** With its private part. */
    RSAKey key() {
        return context.getBean(RSAKey.class);
    }

    /** Where the provider may send people back to; known only once the gateway runs. */
    void sendBackTo(String address) {
        context.getBean(Clients.class).people(address);
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableWebSecurity
    static class Server {

        @Bean
        @Order(1)
        SecurityFilterChain provider(HttpSecurity http) {
            return http.oauth2AuthorizationServer(
                            server -> {
                                http.securityMatcher(server.getEndpointsMatcher());
                                server.oidc(Customizer.withDefaults());
                            })
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .exceptionHandling(
                            unknown ->
                                    unknown.authenticationEntryPoint(
                                            new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain login(HttpSecurity http) {
            return http.formLogin(Customizer.withDefaults())
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(
                    List.of("ann", "bob", "eve").stream()
                            .map(
                                    name ->
                                            User.withUsername(name)
                                                    .password("{noop}" + PASSWORD)
                                                    .roles("person")
                                                    .build())
                            .toList());
        }

        @Bean
        Clients clients() {
            return new Clients();
        }

        @Bean
        RSAKey key() throws JOSEException {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        }

        @Bean
        JWKSource<SecurityContext> keys(RSAKey key) {
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        NimbusJwtEncoder encoder(JWKSource<SecurityContext> keys) {
            return new NimbusJwtEncoder(keys);
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        /** Everybody has an address; that of eve nobody has verified. */
        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                Authentication principal = token.getPrincipal();
                var name = Objects.requireNonNull(principal).getName();
                if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
                        token.getAuthorizationGrantType())) {
                    token.getClaims()
                            .audience(List.of("https://interlock.example"))
                            .claim("repository_id", "4711")
                            .claim("ref", "refs/heads/main");
                } else {
                    token.getClaims()
                            .claim("email", name + "@Example.org")
                            .claim("email_verified", !name.equals("eve"));
                }
            };
        }
    }

    /** The gateway's address is registered after both have started. */
    static final class Clients implements RegisteredClientRepository {

        private final RegisteredClient job =
                RegisteredClient.withId("ci")
                        .clientId("ci")
                        .clientSecret("{noop}" + PASSWORD)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .build();
        private volatile RegisteredClientRepository all =
                new InMemoryRegisteredClientRepository(job);

        void people(String backTo) {
            all =
                    new InMemoryRegisteredClientRepository(
                            job,
                            RegisteredClient.withId(CLIENT)
                                    .clientId(CLIENT)
                                    .clientSecret("{noop}" + SECRET)
                                    .clientAuthenticationMethod(
                                            ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                                    .authorizationGrantType(
                                            AuthorizationGrantType.AUTHORIZATION_CODE)
                                    .redirectUri(backTo)
                                    .scope(OidcScopes.OPENID)
                                    .scope("email")
                                    .scope("profile")
                                    .clientSettings(
                                            ClientSettings.builder()
                                                    .requireProofKey(true)
                                                    .requireAuthorizationConsent(false)
                                                    .build())
                                    .build());
        }

        /** Called with a better encoding of a secret that has been shown. */
        @Override
        public void save(RegisteredClient client) {
            all.save(client);
        }

        @Override
        public @Nullable RegisteredClient findById(String id) {
            return all.findById(id);
        }

        @Override
        public @Nullable RegisteredClient findByClientId(String clientId) {
            return all.findByClientId(clientId);
        }
    }
}
