package dev.interlock.rules.read.schedule;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import dev.interlock.rules.http.FreshWorlds;
import dev.interlock.rules.http.Names;
import dev.interlock.rules.icalendar.CalendarWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class EnvironmentScheduleApi {

    /** Hundreds of pages of a calendar program; hourly windows make that many. */
    private static final int MOST_SPANS = 20_000;

    private final FreshWorlds worlds;
    private final Clock clock;

    EnvironmentScheduleApi(FreshWorlds worlds, Clock clock) {
        this.worlds = worlds;
        this.clock = clock;
    }

    /**
     * For calendar programs: the year to come.
     *
     * @param product null = whatever concerns any
     */
    @GetMapping("/v1/environments/{name}/schedule.ics")
    ResponseEntity<String> text(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String product,
            Caller caller) {
        caller.require(Permission.READ);
        var violations = new Violations();
        var folded = Names.environment("/name", name, violations);
        var asked = product == null ? null : Names.product("?product", product, violations);
        violations.throwIfAny();
        var world = worlds.seenBy(caller);
        var environment = world.environment(folded);
        if (environment == null) {
            throw Problem.notFound("environment " + name);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var spans = new EnvironmentSchedule(world, environment, asked, now).spans();
        if (spans.size() > MOST_SPANS) {
            throw Problem.invalid(
                    "?product",
                    "%d windows in a year (expected: at most %d; ask about one product)"
                            .formatted(spans.size(), MOST_SPANS));
        }
        var title = asked == null ? environment.name() : asked + " in " + environment.name();
        return ResponseEntity.ok()
                .header("Content-Type", "text/calendar;charset=utf-8")
                .body(
                        CalendarWriter.of(
                                "Deployments: " + title,
                                "When deployments of %s are closed or open, as of %s"
                                        .formatted(title, now),
                                spans,
                                now));
    }
}
