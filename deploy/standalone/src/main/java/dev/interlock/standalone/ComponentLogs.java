package dev.interlock.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.FileAppender;
import dev.interlock.infrastructure.ServerLogs;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Sorts the log of one JVM into a file per part, by the thread that logs: what a part starts
 * belongs to it. The console keeps one line per part.
 */
final class ComponentLogs {
    private static final InheritableThreadLocal<@Nullable Part> CURRENT =
            new InheritableThreadLocal<>();

    private ComponentLogs() {}

    static void open(DataFolder data) {
        // Each Spring context would set the logging of the whole JVM up anew, for itself.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        logback.reset();
        var files = new EnumMap<Part, FileAppender<ILoggingEvent>>(Part.class);
        for (var part : Part.values()) {
            if (part != Part.POSTGRESQL) {
                files.put(part, file(logback, part, data));
            }
        }
        var sorter = new Sorter(files);
        sorter.setContext(logback);
        sorter.start();
        var root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(sorter);
        ServerLogs.quiet();
    }

    /** What this thread does from here on, and the threads it starts, belongs to the part. */
    static void enter(Part part) {
        CURRENT.set(part);
    }

    private static FileAppender<ILoggingEvent> file(
            LoggerContext logback, Part part, DataFolder data) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "part", Map.of("spring.application.name", part.label())));
        logback.putObject(Environment.class.getName(), environment);
        var encoder = new StructuredLogEncoder();
        encoder.setContext(logback);
        encoder.setFormat("ecs");
        encoder.start();
        var file = new FileAppender<ILoggingEvent>();
        file.setContext(logback);
        file.setName(part.label());
        file.setFile(data.log(part).toString());
        file.setEncoder(encoder);
        file.start();
        return file;
    }

    private static final class Sorter extends AppenderBase<ILoggingEvent> {
        private final Map<Part, FileAppender<ILoggingEvent>> files;

        Sorter(Map<Part, FileAppender<ILoggingEvent>> files) {
            this.files = files;
        }

        @Override
        protected void append(ILoggingEvent event) {
            var part = CURRENT.get();
            if (files.get(part == null ? Part.GATEWAY : part)
                    instanceof FileAppender<ILoggingEvent> file) {
                file.doAppend(event);
            }
        }
    }
}
