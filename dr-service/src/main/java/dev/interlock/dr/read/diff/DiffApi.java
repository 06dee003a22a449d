package dev.interlock.dr.read.diff;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.ContentsDiff;
import dev.interlock.dr.domain.ContentsDiff.Change;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.RequestDrafted;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestRevised;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.EventReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DiffApi {

    /** Between two revisions, the newer one's contents seen from the older one's. */
    record Diff(String id, int from, int to, List<Change> changes) {}

    private final EventReader reader;

    DiffApi(EventReader reader) {
        this.reader = reader;
    }

    /**
     * @param from null = the revision before the last change of the contents
     * @param to null = the newest
     */
    @GetMapping("/v1/deployment-requests/{id}/diff")
    Diff diff(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Caller caller) {
        caller.require(Permission.READ);
        var contents = contents(id);
        int newest = checked("?to", to, contents.lastKey(), contents.lastKey());
        int oldest = checked("?from", from, lastDifferent(contents, newest), newest);
        return new Diff(
                id,
                oldest,
                newest,
                ContentsDiff.between(at(contents, oldest), at(contents, newest)));
    }

    private static int checked(String pointer, @Nullable Integer given, int usual, int most) {
        int revision = given == null ? usual : given;
        if (revision < 1 || revision > most) {
            throw Problem.invalid(pointer, "is " + revision + " (expected: 1 to " + most + ")");
        }
        return revision;
    }

    private static int lastDifferent(TreeMap<Integer, Contents> contents, int revision) {
        var now = at(contents, revision);
        return contents.headMap(revision, false).descendingMap().entrySet().stream()
                .filter(earlier -> !earlier.getValue().equals(now))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(revision);
    }

    private static Contents at(TreeMap<Integer, Contents> contents, int revision) {
        return contents.floorEntry(revision).getValue();
    }

    /** By the revision they came with. */
    private TreeMap<Integer, Contents> contents(String id) {
        var contents = new TreeMap<Integer, Contents>();
        for (var stored : reader.ofEntity("deployment_request", id)) {
            switch (reader.decode(stored)) {
                case RequestDrafted e -> contents.put(e.revision(), e.contents());
                case RequestEdited e -> contents.put(e.revision(), e.contents());
                case RequestRevised e ->
                        contents.put(e.revision(), contents.lastEntry().getValue());
                default -> {
                    // changes no contents
                }
            }
        }
        if (contents.isEmpty()) {
            throw Problem.notFound("deployment request " + id);
        }
        return contents;
    }
}
