package dev.interlock.rules.icalendar;

import dev.interlock.edge.Violations;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a text apart into its lines. A library would do; the one at hand takes the next line for
 * the value of one that has no colon, and so loses it without a word.
 */
final class ContentLines {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private ContentLines() {}

    /**
     * Lines may be folded inside of a character, so they are put together before they are decoded.
     */
    static List<ContentLine> of(byte[] text, Violations violations) {
        var lines = new ArrayList<ContentLine>();
        int number = 1;
        int at = startsWithMark(text) ? MARK.length : 0;
        while (at < text.length) {
            int first = number;
            var line = new java.io.ByteArrayOutputStream();
            boolean folded;
            do {
                int end = at;
                while (end < text.length && text[end] != '\n') {
                    end++;
                }
                boolean carriage = end > at && end < text.length && text[end - 1] == '\r';
                line.write(text, at, (carriage ? end - 1 : end) - at);
                number++;
                at = end + 1;
                folded = at < text.length && (text[at] == ' ' || text[at] == '\t');
                if (folded) {
                    at++;
                }
            } while (folded);
            add(first, line.toByteArray(), lines, violations);
        }
        return lines;
    }

    private static boolean startsWithMark(byte[] text) {
        return text.length >= MARK.length
                && text[0] == MARK[0]
                && text[1] == MARK[1]
                && text[2] == MARK[2];
    }

    private static void add(
            int number, byte[] bytes, List<ContentLine> lines, Violations violations) {
        if (bytes.length == 0) {
            return; // some programs end with an empty one
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            var line = ContentLine.read(number, text.toString());
            if (line != null && text.chars().noneMatch(c -> c < ' ' && c != '\t')) {
                lines.add(line);
                return;
            }
        } catch (CharacterCodingException e) {
            violations.add("line " + number, "is no text (expected: UTF-8)");
            return;
        }
        violations.add(
                "line " + number, "is no line of a calendar (expected: such as SUMMARY:Holiday)");
    }
}
