package dev.interlock.edge;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Times as people send them: text with a zone, of a year that every calendar and database can hold.
 * Numbers are refused, since nobody can tell whether they are seconds or milliseconds.
 */
public final class Instants {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Instants() {}

    /** Empty for what is no such time. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(Instants::usual);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** True for the years 1 to 9999. */
    public static boolean usual(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    /** In bodies; blank is no time. */
    static final class Deserializer extends StdScalarDeserializer<Instant> {

        Deserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(getValueType(context), parser);
            }
            String text = parser.getString();
            return parse(text)
                    .orElseThrow(
                            () -> context.weirdStringException(text, Instant.class, "no time"));
        }
    }
}
