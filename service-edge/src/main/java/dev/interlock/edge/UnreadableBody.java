package dev.interlock.edge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body: 400 if it is no JSON, else 422 with the field. */
public final class UnreadableBody {

    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException e) {
        if (BodyTooLarge.caused(e)) {
            return BodyTooLarge.problem();
        }
        return e.getCause() instanceof JacksonException cause
                ? problem(cause)
                : Problem.of(400, "MALFORMED_BODY", "a JSON body is required");
    }

    /** The same for a body that was read by hand. */
    public static Problem problem(JacksonException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Problem problem) {
                return problem;
            }
        }
        return switch (e) {
            case InputCoercionException wrong ->
                    Problem.invalid(
                            pointer(wrong), "is not " + kind(wrong.getTargetType()) + " in range");
            case StreamReadException broken -> malformed(broken);
            case DatabindException bound -> mistyped(bound);
            default -> Problem.of(400, "MALFORMED_BODY", "the body could not be read");
        };
    }

    private static Problem malformed(StreamReadException e) {
        if (Objects.requireNonNullElse(e.getOriginalMessage(), "").startsWith("Duplicate")) {
            return Problem.of(400, "MALFORMED_BODY", "the body names a field twice");
        }
        var at = e.getLocation();
        return Problem.of(
                400,
                "MALFORMED_BODY",
                "the body is not valid JSON (line %d, column %d)"
                        .formatted(at.getLineNr(), at.getColumnNr()));
    }

    private static Problem mistyped(DatabindException e) {
        String message = Objects.requireNonNullElse(e.getOriginalMessage(), "");
        if (message.startsWith("Trailing token")) {
            return Problem.of(400, "MALFORMED_BODY", "something follows the JSON value");
        }
        if (message.startsWith("No content to map")) {
            return Problem.of(400, "MALFORMED_BODY", "a JSON body is required");
        }
        String detail =
                switch (e) {
                    case UnrecognizedPropertyException unknown -> "is not a known field";
                    case InvalidFormatException wrong -> invalid(wrong);
                    case MismatchedInputException wrong -> "is not " + kind(wrong.getTargetType());
                    default -> "is not valid";
                };
        return Problem.invalid(pointer(e), detail);
    }

    private static String invalid(InvalidFormatException e) {
        Class<?> type = e.getTargetType();
        if (type != null && type.isEnum()) {
            return "is not one of "
                    + List.of(type.getEnumConstants()).stream()
                            .map(c -> c.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        return "is not " + kind(type);
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of the expected type";
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a string";
            case "int", "Integer", "long", "Long", "short" -> "a whole number";
            case "double", "Double", "BigDecimal", "Number" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "Instant", "OffsetDateTime" -> "a time such as 2026-01-31T12:00:00Z";
            case "List", "ArrayList", "Set", "HashSet" -> "a list";
            default ->
                    type.isRecord() || Map.class.isAssignableFrom(type)
                            ? "an object"
                            : "of the expected type";
        };
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(
                        step ->
                                "/"
                                        + (step.getPropertyName() != null
                                                ? step.getPropertyName()
                                                        .replace("~", "~0")
                                                        .replace("/", "~1")
                                                : step.getIndex()))
                .collect(Collectors.joining());
    }
}
