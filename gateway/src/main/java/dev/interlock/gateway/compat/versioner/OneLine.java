package dev.interlock.gateway.compat.versioner;

/** Text that CI systems print as one line, some of it inside of their own commands. */
final class OneLine {

    private OneLine() {}

    static boolean is(String text) {
        return text.codePoints().noneMatch(OneLine::breaks);
    }

    /** Line breaks and control characters become spaces. */
    static String of(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().map(c -> breaks(c) ? ' ' : c).forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    /** As {@link #of}, without commas and double colons, which end a title there. */
    static String title(String text) {
        String line = of(text).replace(',', ';');
        while (line.contains("::")) {
            line = line.replace("::", ":");
        }
        return line;
    }

    private static boolean breaks(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }
}
