package dev.interlock.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The key of a page's last item, in a form that nobody is tempted to make up. It is no secret, and
 * nothing is trusted because of it.
 */
public final class Cursor {

    private static final String BETWEEN = "\n";
    private static final int LONGEST = 2_048;

    private Cursor() {}

    /** Of a key that consists of these, none with a line break. */
    public static String of(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What a key consists of.
     *
     * @throws Problem 422 for what is no cursor with that many parts
     */
    public static List<String> parts(String cursor, int count) {
        if (cursor.length() > LONGEST) {
            throw unknown();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            var parts = List.of(text.toString().split(BETWEEN, -1));
            if (parts.size() == count && parts.stream().allMatch(Cursor::isText)) {
                return parts;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // answered below
        }
        throw unknown();
    }

    /**
     * A part that is a position.
     *
     * @throws Problem 422 for what is none
     */
    public static long number(String part) {
        try {
            long number = Long.parseLong(part);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw unknown();
    }

    private static boolean isText(String part) {
        return part.chars().noneMatch(Character::isISOControl);
    }

    /** For a cursor that another list may have given. */
    public static Problem unknown() {
        return Problem.invalid("?cursor", "is not a cursor of this list");
    }
}
