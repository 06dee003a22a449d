package dev.interlock.eventstore;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.jspecify.annotations.Nullable;

/**
 * Carries {@link EventMetadata} from the command to its events, and into handlers that ask for it
 * by a parameter.
 */
final class ActorMetadata implements CorrelationDataProvider, ParameterResolverFactory {

    static final String KEY = "by";

    static Map<String, ?> asMetaData(EventMetadata by) {
        return Map.of(KEY, by);
    }

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        return message.getMetaData().subset(KEY);
    }

    @Override
    public @Nullable ParameterResolver<EventMetadata> createInstance(
            Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == EventMetadata.class ? new Resolver() : null;
    }

    private static final class Resolver implements ParameterResolver<EventMetadata> {

        @Override
        public @Nullable EventMetadata resolveParameterValue(Message<?> message) {
            return (EventMetadata) message.getMetaData().get(KEY);
        }

        @Override
        public boolean matches(Message<?> message) {
            return message.getMetaData().get(KEY) instanceof EventMetadata;
        }
    }
}
