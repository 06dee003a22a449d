package dev.interlock.approval.read.approvaltypes;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ApprovalTypesApi {

    /**
     * @param id what slots name
     * @param roles who may fill such a slot, besides those who may fill any
     */
    record ApprovalType(String id, String name, List<String> roles) {}

    private final JdbcClient jdbc;

    ApprovalTypesApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/v1/approval-types")
    ResponseEntity<Page<ApprovalType>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var window = Page.Names.of("approval-types", limit, cursor);
        return Page.answer(
                jdbc.sql(
                                "SELECT type, name, roles FROM approval_type WHERE type > ?"
                                        + " ORDER BY type LIMIT ?")
                        .params(window.after(), window.limit() + 1)
                        .query(
                                (r, _) ->
                                        new ApprovalType(
                                                r.getString("type"),
                                                r.getString("name"),
                                                List.of((String[]) r.getArray("roles").getArray())))
                        .list(),
                window,
                ApprovalType::id);
    }
}
