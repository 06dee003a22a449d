package dev.interlock.approval.read.tasks;

import dev.interlock.contracts.approval.PersonTasks;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Cursor;
import dev.interlock.edge.Instants;
import dev.interlock.edge.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class TasksApi {

    private static final int USUAL = 50;
    private static final int LARGEST = 200;
    private static final String NOBODY = "";

    private final PersonalTasks tasks;

    TasksApi(PersonalTasks tasks) {
        this.tasks = tasks;
    }

    /**
     * Machines and agents have none: they decide nothing.
     *
     * @param dr only those of this request; null = of all
     */
    @GetMapping("/v1/tasks")
    ResponseEntity<Page<Task>> mine(
            @RequestParam(required = false) @Nullable String dr,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        int size = Page.limit(limit, USUAL, LARGEST);
        var after = cursor == null ? null : key(cursor);
        var person = caller.person();
        var mine =
                person == null || !caller.maySomewhere(Permission.APPROVE)
                        ? List.<Task>of()
                        : tasks.of(person).stream()
                                .filter(task -> dr == null || dr.equals(task.dr()))
                                .filter(
                                        task ->
                                                after == null
                                                        || Task.OLDEST_FIRST.compare(after, task)
                                                                < 0)
                                .limit(size + 1L)
                                .toList();
        return Page.answer(mine, size, TasksApi::cursor);
    }

    /** For the list of deployment requests that wait for somebody. */
    @GetMapping("/internal/tasks")
    PersonTasks of(@RequestParam String person, Caller caller) {
        caller.requireService();
        return new PersonTasks(person, tasks.of(person).stream().map(Task::dr).distinct().toList());
    }

    private static String cursor(Task last) {
        return Cursor.of(
                last.since().toString(),
                last.dr(),
                last.slot(),
                last.actingFor() == null ? NOBODY : last.actingFor());
    }

    /** A task that is where the page before ended. */
    private static Task key(String cursor) {
        var parts = Cursor.parts(cursor, 4);
        var since = Instants.parse(parts.get(0)).orElseThrow(Cursor::unknown);
        var dr = parts.get(1);
        var actingFor = parts.get(3).equals(NOBODY) ? null : parts.get(3);
        return new Task(dr, "", parts.get(2), "", null, 1, 1, since, actingFor, Task.Links.of(dr));
    }
}
