package dev.interlock.rules.icalendar;

import java.util.ArrayList;
import java.util.List;

/** What stands between a BEGIN and its END. */
final class Component {

    private final ContentLine begin;
    private final List<ContentLine> lines = new ArrayList<>();
    private final List<Component> parts = new ArrayList<>();

    Component(ContentLine begin) {
        this.begin = begin;
    }

    String name() {
        return begin.value().toUpperCase(java.util.Locale.ROOT);
    }

    /** Of its BEGIN. */
    int number() {
        return begin.number();
    }

    List<ContentLine> lines() {
        return lines;
    }

    List<Component> parts() {
        return parts;
    }

    List<ContentLine> all(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).toList();
    }
}
