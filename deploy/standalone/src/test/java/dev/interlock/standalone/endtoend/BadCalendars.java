package dev.interlock.standalone.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Every way to spoil a body that is a calendar: the whole of it, and each of its lines. */
final class BadCalendars {

    private static final int TOO_LARGE = (1 << 20) + 1_000;

    /** Without one of these lines there is another calendar, or none. */
    private static final Set<String> NEEDED =
            Set.of("BEGIN", "END", "VERSION", "UID", "DTSTART", "DTEND");

    private BadCalendars() {}

    static List<BadCall> of(Sample sample) {
        var calls = new ArrayList<BadCall>();
        var body = sample.body();
        for (var whole :
                List.of(
                        "hello",
                        "{\"a\":1}",
                        body + body,
                        body + "X-A:b\r\n",
                        body.replace("VEVENT", "VTODO"),
                        body.replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:CANCEL"),
                        body.replace("VERSION:2.0", "BEGIN:A\r\n".repeat(50_000)))) {
            calls.add(BadCall.of(sample, "no calendar to keep", 422).body(whole).naming("line "));
        }
        var lines = List.of(body.split("\r\n"));
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var name = line.split("[:;]", 2)[0];
            if (NEEDED.contains(name)) {
                calls.add(spoilt(sample, lines, i, "no " + line));
            }
            calls.add(spoilt(sample, lines, i, "not a line", name));
            calls.add(spoilt(sample, lines, i, "control character", line + "\u0007"));
            calls.add(spoilt(sample, lines, i, "unknown", "NO-SUCH-" + line));
            if (!name.equals("UID")) {
                calls.add(spoilt(sample, lines, i, "too long", line + "1".repeat(25_000)));
            }
            if (name.startsWith("DT") || name.equals("RRULE") || name.equals("EXDATE")) {
                for (var value : List.of("", "x", "20260230", "-1", "99999999T999999Z")) {
                    var other = line.substring(0, line.indexOf(':') + 1) + value;
                    calls.add(spoilt(sample, lines, i, other, other));
                }
            }
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        bytes[body.indexOf("UID:") + 4] = (byte) 0xC3;
        calls.add(BadCall.of(sample, "invalid UTF-8", 422).body(bytes).naming("line "));
        calls.add(BadCall.of(sample, "empty body", 400, 422).body(""));
        calls.add(BadCall.of(sample, "too large", 413).body(body + "x".repeat(TOO_LARGE)));
        for (var type : List.of("text/plain", "application/json", "nonsense", "")) {
            calls.add(BadCall.of(sample, "type '" + type + "'", 415).header("Content-Type", type));
        }
        return calls;
    }

    /** With other lines in the place of one. */
    private static BadCall spoilt(
            Sample sample, List<String> lines, int at, String what, String... instead) {
        var others = new ArrayList<>(lines.subList(0, at));
        others.addAll(List.of(instead));
        others.addAll(lines.subList(at + 1, lines.size()));
        return BadCall.of(sample, what, 422)
                .body(String.join("\r\n", others) + "\r\n")
                .naming("line ");
    }
}
