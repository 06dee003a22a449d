package dev.interlock.rules.read.state;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Cursor;
import dev.interlock.edge.Page;
import dev.interlock.edge.Violations;
import dev.interlock.rules.http.Names;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class MatrixApi {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final PastWorlds worlds;
    private final Clock clock;

    MatrixApi(PastWorlds worlds, Clock clock) {
        this.worlds = worlds;
        this.clock = clock;
    }

    /**
     * @param at any past instant; null = now
     * @param product this one alone
     * @param drift true = those with any drift, false = those without
     */
    @GetMapping("/v1/state")
    ResponseEntity<Page<ProductMatrix>> matrix(
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable Boolean drift,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var violations = new Violations();
        var now = clock.instant();
        PastWorlds.check(at, now, violations);
        var only = product == null ? null : Names.product("?product", product, violations);
        violations.throwIfAny();
        int size = Page.limit(limit, USUAL, MOST);
        var after = cursor == null ? "" : after(cursor);
        var found =
                ProductMatrix.all(worlds.at(at, caller), at == null ? now : at)
                        .filter(row -> only == null || row.product().equals(only))
                        .filter(row -> drift == null || row.drift().isAny() == drift)
                        .filter(row -> row.product().compareTo(after) > 0)
                        .limit(size + 1L)
                        .toList();
        return Page.answer(found, size, last -> Cursor.of("state", last.product()));
    }

    private static String after(String cursor) {
        var parts = Cursor.parts(cursor, 2);
        if (!parts.getFirst().equals("state")) {
            throw Cursor.unknown();
        }
        return parts.get(1);
    }
}
