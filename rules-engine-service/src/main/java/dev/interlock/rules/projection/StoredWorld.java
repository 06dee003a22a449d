package dev.interlock.rules.projection;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import dev.interlock.contracts.Sources;
import dev.interlock.rules.domain.facts.ApprovalFacts;
import dev.interlock.rules.domain.facts.Arrivals;
import dev.interlock.rules.domain.facts.Arrivals.Arrival;
import dev.interlock.rules.domain.facts.Digest;
import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.GivenOverride.Spending;
import dev.interlock.rules.domain.facts.Holder;
import dev.interlock.rules.domain.facts.Lane;
import dev.interlock.rules.domain.facts.LaneHistory;
import dev.interlock.rules.domain.facts.LaneHistory.Completed;
import dev.interlock.rules.domain.facts.LaneHistory.Failed;
import dev.interlock.rules.domain.facts.LaneHistory.Happened;
import dev.interlock.rules.domain.facts.LaneHistory.RolledBack;
import dev.interlock.rules.domain.facts.RequestFacts;
import dev.interlock.rules.domain.facts.Start;
import dev.interlock.rules.domain.facts.VersionFacts;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.ConsPStack;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * What is known from the sources that say a lot, as bytes, for the next start. Of the other source,
 * {@code rules}, every event is read again: they are few, and rules are compiled from them anyway.
 *
 * <p>The bytes are for the very build that wrote them: values are told apart by their place alone.
 * Everything is read back while it is written, so what would come back as something else is never
 * stored.
 */
public final class StoredWorld {

    /** Where the stored part comes from. */
    public static final List<String> SOURCES = List.of(Sources.APPROVAL, Sources.DR);

    private static final CBORMapper MAPPER =
            CBORMapper.builder()
                    .changeDefaultVisibility(
                            v ->
                                    v.withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                                            .withVisibility(
                                                    PropertyAccessor.GETTER, Visibility.NONE)
                                            .withVisibility(
                                                    PropertyAccessor.IS_GETTER, Visibility.NONE))
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // one after another
                    .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                    .annotationIntrospector(new ByPlace())
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Digest.class, new DigestWriter())
                                    .addDeserializer(Digest.class, new DigestReader()))
                    .build();

    /** Records are lists of their components: names would be half of the bytes. */
    private static final class ByPlace extends JacksonAnnotationIntrospector {

        @Override
        public JsonFormat.@Nullable Value findFormat(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedClass && annotated.getRawType().isRecord()
                    ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
                    : super.findFormat(config, annotated);
        }
    }

    private static final class DigestWriter extends StdSerializer<Digest> {

        DigestWriter() {
            super(Digest.class);
        }

        @Override
        public void serialize(Digest digest, JsonGenerator into, SerializationContext context) {
            into.writeString(digest.toString());
        }
    }

    private static final class DigestReader extends StdDeserializer<Digest> {

        DigestReader() {
            super(Digest.class);
        }

        @Override
        public Digest deserialize(JsonParser from, DeserializationContext context) {
            return Digest.of(from.getString());
        }
    }

    private record Position(String source, long position) {}

    private record Labelled(String product, Map<String, String> labels) {}

    private record ApprovalType(String type, List<String> roles) {}

    private record Held(String role, Holder holder) {}

    private record Inactive(String person) {}

    private record OfVersion(String product, String version, VersionFacts facts) {}

    private record Built(String product, String version, Set<String> by) {}

    private record Started(String environment, Start start) {}

    private record Decided(String dr, ApprovalFacts decisions) {}

    private record Spent(String override, Spending spending) {}

    /**
     * @param history oldest first
     * @param ofUnknownAge oldest first
     */
    private record OfLane(
            String product,
            String environment,
            List<Lane.Running> running,
            @Nullable String current,
            Map<String, Boolean> completed,
            Map<String, Set<String>> spent,
            @Nullable Arrival newest,
            @Nullable Arrival newestOther,
            List<Arrival> ofUnknownAge,
            List<Event> history,
            long revision) {

        static OfLane of(Lane lane) {
            return new OfLane(
                    lane.product(),
                    lane.environment(),
                    lane.running(),
                    lane.current(),
                    new TreeMap<>(lane.completed()),
                    new TreeMap<String, Set<String>>(lane.spent()),
                    lane.arrivals().newest(),
                    lane.arrivals().newestOther(),
                    List.copyOf(lane.arrivals().ofUnknownAge()).reversed(),
                    lane.history().newestFirst().stream().map(Event::of).toList().reversed(),
                    lane.revision());
        }

        Lane lane() {
            PMap<String, Boolean> everCompleted = HashTreePMap.from(completed);
            PMap<String, PSet<String>> spentBy = HashTreePMap.empty();
            for (var version : spent.entrySet()) {
                spentBy = spentBy.plus(version.getKey(), HashTreePSet.from(version.getValue()));
            }
            var then = LaneHistory.NONE;
            for (var event : history) {
                then = then.with(event.happened());
            }
            return new Lane(
                    product,
                    environment,
                    running,
                    current,
                    everCompleted,
                    spentBy,
                    new Arrivals(newest, newestOther, ConsPStack.from(ofUnknownAge.reversed())),
                    then,
                    revision);
        }
    }

    /**
     * @param completed null unless it is one; likewise the others
     */
    private record Event(
            @Nullable Completed completed, @Nullable Failed failed, @Nullable RolledBack undone) {

        static Event of(Happened happened) {
            return switch (happened) {
                case Completed done -> new Event(done, null, null);
                case Failed failure -> new Event(null, failure, null);
                case RolledBack undone -> new Event(null, null, undone);
            };
        }

        Happened happened() {
            if (completed != null) {
                return completed;
            }
            return failed == null ? requireNonNull(undone) : failed;
        }
    }

    /** One kind of entity: how it is taken from a world, and put into another. */
    private record Section<T>(
            Class<T> type, Function<World, Stream<T>> from, BiConsumer<WorldWriter, T> into) {

        void write(World world, JsonGenerator out) {
            ObjectWriter writer = MAPPER.writerFor(type);
            ObjectReader reader = MAPPER.readerFor(type);
            out.writeStartArray();
            from.apply(world)
                    .forEach(
                            entity -> {
                                byte[] bytes = writer.writeValueAsBytes(entity);
                                T back = reader.readValue(bytes);
                                if (!back.equals(entity)) {
                                    throw new IllegalStateException(
                                            "%s comes back as %s".formatted(entity, back));
                                }
                                writer.writeValue(out, entity);
                            });
            out.writeEndArray();
        }

        void read(JsonParser in, WorldWriter world) {
            ObjectReader reader = MAPPER.readerFor(type);
            in.nextToken(); // the list's start
            while (in.nextToken() != JsonToken.END_ARRAY) {
                T entity = reader.readValue(in);
                into.accept(world, entity);
            }
        }
    }

    /** In the order in which one needs the other. */
    private static final List<Section<?>> SECTIONS =
            List.of(
                    new Section<>(
                            Environment.class,
                            world -> world.environments().values().stream(),
                            WorldWriter::environment),
                    new Section<>(
                            Labelled.class,
                            world ->
                                    entries(world.productLabels())
                                            .map(
                                                    e ->
                                                            new Labelled(
                                                                    e.getKey(),
                                                                    e.getValue().byName())),
                            (world, l) -> world.labelled(l.product(), l.labels())),
                    new Section<>(
                            ApprovalType.class,
                            world ->
                                    entries(world.approvalTypes())
                                            .map(e -> new ApprovalType(e.getKey(), e.getValue())),
                            (world, t) -> world.approvalType(t.type(), t.roles())),
                    new Section<>(
                            Held.class,
                            world -> each(world.holders(), Held::new),
                            (world, h) -> world.roleGranted(h.role(), h.holder())),
                    new Section<>(
                            Inactive.class,
                            world -> world.inactive().stream().map(Inactive::new),
                            (world, p) -> world.active(p.person(), false)),
                    new Section<>(
                            OfVersion.class,
                            world -> ofVersions(world.versions(), OfVersion::new),
                            (world, v) -> world.version(v.product(), v.version(), _ -> v.facts())),
                    new Section<>(
                            Built.class,
                            world -> ofVersions(world.builders(), Built::new),
                            (world, b) ->
                                    b.by().forEach(p -> world.built(b.product(), b.version(), p))),
                    new Section<>(
                            Started.class,
                            world ->
                                    each(
                                            world.starts(),
                                            starts -> List.copyOf(starts).reversed(),
                                            Started::new),
                            (world, s) -> world.started(s.environment(), s.start())),
                    new Section<>(
                            OfLane.class,
                            world -> world.lanes().values().stream().map(OfLane::of),
                            (world, l) -> world.lane(l.product(), l.environment(), _ -> l.lane())),
                    new Section<>(
                            RequestFacts.class,
                            world -> world.requests().values().stream(),
                            WorldWriter::request),
                    new Section<>(
                            Decided.class,
                            world ->
                                    entries(world.decisions())
                                            .map(e -> new Decided(e.getKey(), e.getValue())),
                            (world, d) -> world.decisions(d.dr(), _ -> d.decisions())),
                    new Section<>(
                            Spent.class,
                            world ->
                                    entries(world.knownOverrides().spent())
                                            .map(e -> new Spent(e.getKey(), e.getValue())),
                            (world, s) -> world.overrideSpent(s.override(), s.spending())),
                    new Section<>(
                            Position.class,
                            world ->
                                    SOURCES.stream()
                                            .filter(world.positions()::containsKey)
                                            .map(
                                                    source ->
                                                            new Position(
                                                                    source,
                                                                    world.position(source))),
                            (world, p) -> world.reached(p.source(), p.position())));

    private StoredWorld() {}

    /** What is parked would be forgotten, so such a world is not stored. */
    public static boolean canBeStored(World world) {
        return world.unreadable().isEmpty() && world.unmapped().isEmpty();
    }

    /**
     * @param out is flushed, and stays open
     * @throws IllegalStateException if something would come back as something else
     */
    public static void write(World world, OutputStream out) {
        try (var generator =
                MAPPER.writer()
                        .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .createGenerator(out)) {
            SECTIONS.forEach(section -> section.write(world, generator));
        }
    }

    /**
     * @param into of a world of which nothing is known yet
     * @throws tools.jackson.core.JacksonException if these are not the bytes of this build
     */
    public static void read(InputStream in, WorldWriter into) {
        try (var parser = MAPPER.reader().createParser(in)) {
            SECTIONS.forEach(section -> section.read(parser, into));
        }
    }

    private static <T> Stream<Map.Entry<String, T>> entries(Map<String, T> map) {
        return map.entrySet().stream();
    }

    private static <T, E> Stream<E> each(
            Map<String, ? extends Collection<T>> map, BiFunction<String, T, E> entity) {
        return map.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(one -> entity.apply(e.getKey(), one)));
    }

    private static <T, C extends Collection<T>, E> Stream<E> each(
            Map<String, C> map, Function<C, List<T>> inOrder, BiFunction<String, T, E> entity) {
        return map.entrySet().stream()
                .flatMap(
                        e ->
                                inOrder.apply(e.getValue()).stream()
                                        .map(one -> entity.apply(e.getKey(), one)));
    }

    @FunctionalInterface
    private interface OfEach<T, E> {
        E of(String product, String version, T said);
    }

    private static <T, E> Stream<E> ofVersions(
            Map<String, ? extends Map<String, T>> products, OfEach<T, E> entity) {
        return products.entrySet().stream()
                .flatMap(
                        product ->
                                product.getValue().entrySet().stream()
                                        .map(
                                                version ->
                                                        entity.of(
                                                                product.getKey(),
                                                                version.getKey(),
                                                                version.getValue())));
    }
}
