package dev.interlock.standalone.endtoend;

import java.util.List;
import java.util.stream.Stream;

/**
 * One right call, or several, for every endpoint; in an order in which all of them succeed. Bodies
 * name every field.
 */
final class Samples {

    private Samples() {}

    static List<Sample> of(Scene scene) {
        return Stream.of(RequestSamples.of(scene), AdministrationSamples.of(scene))
                .flatMap(List::stream)
                .toList();
    }
}
