package dev.interlock.approval.read.approvaltypes;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ApprovalTypesApi {

    /**
     * @param id what slots name
     * @param roles who may fill such a slot, besides those who may fill any
     */
    record ApprovalType(String id, String name, List<String> roles) {}

    record ApprovalTypes(List<ApprovalType> approvalTypes) {}

    private final JdbcClient jdbc;

    ApprovalTypesApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/v1/approval-types")
    ApprovalTypes list(Caller caller) {
        caller.require(Permission.READ);
        return new ApprovalTypes(
                jdbc.sql("SELECT type, name, roles FROM approval_type ORDER BY type")
                        .query(
                                (r, _) ->
                                        new ApprovalType(
                                                r.getString("type"),
                                                r.getString("name"),
                                                List.of((String[]) r.getArray("roles").getArray())))
                        .list());
    }
}
