package dev.interlock.standalone;

import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A service as a Spring context of its own inside this JVM. */
final class ContextComponent implements Component {
    private final Part service;
    private final ServiceSettings settings;
    private final BooleanSupplier ready;
    private volatile @Nullable ConfigurableApplicationContext context;

    ContextComponent(Part service, ServiceSettings settings, BooleanSupplier ready) {
        this.service = service;
        this.settings = settings;
        this.ready = ready;
    }

    @Override
    public Part part() {
        return service;
    }

    @Override
    public void start() {
        var application = new SpringApplication(mainClass());
        // The launcher stops the contexts, in its order.
        application.setRegisterShutdownHook(false);
        // As arguments, because those win over INTERLOCK_* of the environment, where INTERLOCK_PORT
        // means the gateway's.
        var arguments =
                Stream.concat(
                        settings.of(service).entrySet().stream()
                                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue()),
                        Stream.of(
                                "--spring.autoconfigure.exclude="
                                        + ForeignAutoConfigurations.of(service)));
        context = application.run(arguments.toArray(String[]::new));
        Probe.await(ready, service);
    }

    @Override
    public void stop() {
        if (context instanceof ConfigurableApplicationContext running) {
            running.close();
        }
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.empty();
    }

    @Override
    public boolean isAlive() {
        return context instanceof ConfigurableApplicationContext running && running.isActive();
    }

    private Class<?> mainClass() {
        try {
            return Class.forName(service.mainClass());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(service.label() + " is not on the class path", e);
        }
    }
}
