package dev.interlock.eventstore;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names a service stores its events under. A name is a promise: it outlives the class it stands
 * for, and the shape of a shipped (name, version) never changes its meaning.
 */
public final class EventCatalogue {

    /** The stored name of a kind of event, for example {@code dr.activated} version 1. */
    public record Name(String name, int version) {}

    private final String source;
    private final Map<Name, Class<?>> classes;
    private final Map<Class<?>, Name> names;

    private EventCatalogue(String source, Map<Name, Class<?>> classes, Map<Class<?>, Name> names) {
        this.source = source;
        this.classes = Map.copyOf(classes);
        this.names = Map.copyOf(names);
    }

    /**
     * @param source the service that owns the events, see {@link dev.interlock.contracts.Sources}
     */
    public static Builder of(String source) {
        return new Builder(source);
    }

    public String source() {
        return source;
    }

    /** Every class that has a name; a test compares it with the service's sealed events. */
    public Set<Class<?>> eventClasses() {
        return names.keySet();
    }

    public boolean knows(StoredEvent event) {
        return classes.containsKey(new Name(event.name(), event.version()));
    }

    /**
     * @throws UnknownEvent if the name or its version is not in this catalogue
     */
    public Object decode(StoredEvent event) {
        Class<?> type = classes.get(new Name(event.name(), event.version()));
        if (type == null) {
            throw new UnknownEvent(event);
        }
        return EventJson.read(event.payload(), type);
    }

    Name nameOf(Object event) {
        Name name = names.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException(
                    "event: %s (expected: a class of the %s catalogue)"
                            .formatted(event.getClass().getName(), source));
        }
        return name;
    }

    public static final class Builder {

        private final String source;
        private final Map<Name, Class<?>> classes = new LinkedHashMap<>();
        private final Map<Class<?>, Name> names = new HashMap<>();

        private Builder(String source) {
            this.source = source;
        }

        public Builder add(String name, int version, Class<? extends Record> event) {
            if (version < 1) {
                throw new IllegalArgumentException("version: " + version + " (expected: >= 1)");
            }
            Name key = new Name(name, version);
            if (classes.putIfAbsent(key, event) != null || names.putIfAbsent(event, key) != null) {
                throw new IllegalArgumentException(key + " or " + event + " is in twice");
            }
            return this;
        }

        public EventCatalogue build() {
            return new EventCatalogue(source, classes, names);
        }
    }
}
