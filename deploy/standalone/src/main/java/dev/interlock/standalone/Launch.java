package dev.interlock.standalone;

import dev.interlock.infrastructure.DatabaseAccess;
import dev.interlock.infrastructure.PostgresServer;
import dev.interlock.infrastructure.PostgresSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of an installation: starts the parts in order, and stops what was started in reverse. */
final class Launch {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    /** Contexts of one JVM share its logging system, whose set-up bears no company. */
    private static final int CONTEXTS_AT_A_TIME = 1;

    private final Options options;
    private final DataFolder data;
    private final Console console;
    private final Secrets secrets;
    private final PortPlan ports;
    private final RunFiles runFiles;
    private final Supervisor supervisor;
    private final Probe probe = new Probe();
    private final Map<Part, Component> started = new EnumMap<>(Part.class);

    Launch(Options options, DataFolder data, Console console) {
        this.options = options;
        this.data = data;
        this.console = console;
        this.secrets = new Secrets(data.secrets());
        this.ports = new PortPlan(options);
        this.runFiles = new RunFiles(data.run());
        this.supervisor = new Supervisor(runFiles, console);
    }

    /** Returns when every part is ready. */
    void start() {
        new Leftovers(runFiles, console).end();
        Part.services().forEach(ports::checkFree);
        if (options.kafkaServers().isEmpty()) {
            ports.checkFree(Part.KAFKA);
        }
        ports.record(data.run().resolve("ports.properties"));
        options.kafkaServers().ifPresent(ExternalKafka::check);
        var kafka = startAside(Part.KAFKA, this::startKafka);
        var postgres = startAside(Part.POSTGRESQL, this::startPostgres);
        // Services start without Kafka, and wait for it beside their work.
        startServices(
                new ServiceSettings(
                        ports,
                        result(postgres),
                        kafkaServers(),
                        secrets.get("identity"),
                        secrets.adminTokenHash(),
                        publicUrl()));
        result(kafka);
    }

    private void startServices(ServiceSettings settings) {
        var lanes = options.processes() ? Part.services().size() : CONTEXTS_AT_A_TIME;
        var starters = Executors.newFixedThreadPool(lanes);
        try {
            var starting = new ArrayList<Future<Component>>();
            for (var service : Part.services()) {
                starting.add(starters.submit(() -> run(component(service, settings))));
            }
            starting.forEach(Launch::result);
        } finally {
            starters.shutdownNow();
        }
    }

    private Component component(Part service, ServiceSettings settings) {
        return options.processes()
                ? process(service, settings)
                : new ContextComponent(service, settings, () -> probe.isReady(ports.url(service)));
    }

    String publicUrl() {
        return options.publicUrl().orElse(ports.url(Part.GATEWAY));
    }

    Optional<String> unseenAdminToken() {
        return secrets.unseenAdminToken();
    }

    /** Not if the database had an administrator before this data folder made its token. */
    boolean knows(String token) {
        return probe.status(ports.url(Part.GATEWAY) + "/v1/whoami", token) != 401;
    }

    void adminTokenWasSeen() {
        secrets.forgetAdminToken();
    }

    boolean hasStarted() {
        synchronized (started) {
            return !started.isEmpty();
        }
    }

    /** Stops everything that was started, in the reverse of the parts' order. */
    void stop() {
        supervisor.stop();
        for (var part : List.of(Part.values()).reversed()) {
            Component component;
            synchronized (started) {
                component = started.remove(part);
            }
            if (component != null) {
                component.stop();
                runFiles.forget(part);
            }
        }
    }

    private Map<String, DatabaseAccess> startPostgres() {
        if (options.database().isPresent()) {
            return ExternalDatabases.prepare(options.database().get(), secrets);
        }
        var folder = data.folder().resolve("postgresql");
        var settings =
                new PostgresSettings(
                        folder,
                        data.log(Part.POSTGRESQL),
                        ports.of(Part.POSTGRESQL),
                        secrets.get("postgres"),
                        true);
        if (!PostgresServer.runsOn(settings)) {
            ports.checkFree(Part.POSTGRESQL);
        }
        var postgres = new PostgresComponent(settings, secrets, runFiles);
        run(postgres);
        supervisor.watch(postgres);
        return postgres.databases();
    }

    private String kafkaServers() {
        return options.kafkaServers().orElse("127.0.0.1:" + ports.of(Part.KAFKA));
    }

    private Boolean startKafka() {
        if (options.kafkaServers().isPresent()) {
            return false;
        }
        var folder = data.folder().resolve("kafka");
        var port = ports.of(Part.KAFKA);
        if (options.processes()) {
            var arguments = new ArrayList<>(Jvm.SMALL);
            arguments.addAll(
                    List.of(
                            "-cp",
                            System.getProperty("java.class.path"),
                            KafkaProcess.class.getName()));
            run(
                    new ProcessComponent(
                            Part.KAFKA,
                            arguments,
                            KafkaProcess.environment(folder, port),
                            data.log(Part.KAFKA),
                            runFiles,
                            () -> probe.accepts(port)));
        } else {
            run(new KafkaComponent(folder, port));
        }
        return true;
    }

    private ProcessComponent process(Part service, ServiceSettings settings) {
        var jar = jar(service);
        var arguments = new ArrayList<>(Jvm.SMALL);
        arguments.addAll(options.javaOptions().getOrDefault(service, List.of()));
        arguments.addAll(List.of("-jar", jar.toString()));
        return new ProcessComponent(
                service,
                arguments,
                settings.environmentOf(service),
                data.log(service),
                runFiles,
                () -> probe.isReady(ports.url(service)));
    }

    private Path jar(Part service) {
        var target = options.home().resolve(service.label()).resolve("target");
        var jar = target.resolve(service.label() + "-" + Standalone.VERSION + "-exec.jar");
        if (!Files.exists(jar)) {
            throw new CannotStart(jar + " is missing; build it with: mvn package -DskipTests");
        }
        return jar;
    }

    private Component run(Component component) {
        ComponentLogs.enter(component.part());
        var begun = System.nanoTime();
        synchronized (started) {
            if (supervisor.isStopping()) {
                throw new CannotStart("stopped while starting");
            }
            started.put(component.part(), component);
        }
        component.start();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        console.started(component.part(), ports.of(component.part()), component.pid(), took);
        if (component instanceof ProcessComponent) {
            supervisor.watch(component);
        }
        return component;
    }

    private static <T> FutureTask<T> startAside(Part part, Callable<T> start) {
        var task = new FutureTask<>(start);
        Thread.ofPlatform().name("start-" + part.label()).start(task);
        return task;
    }

    private static <T> T result(Future<T> task) {
        try {
            return task.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new CannotStart(
                    "not started within "
                            + START_LIMIT.toMinutes()
                            + " minutes, see the logs in the data folder");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while starting");
        }
    }
}
