package dev.interlock.rules.read.audit;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import dev.interlock.edge.Violations;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class AuditApi {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final AuditEntries entries;
    private final AuditVerification verification;

    AuditApi(AuditEntries entries, AuditVerification verification) {
        this.entries = entries;
        this.verification = verification;
    }

    @GetMapping("/v1/audit")
    ResponseEntity<Page<AuditEntries.Entry>> find(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "newest_first") String order,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.AUDIT_READ);
        new Violations()
                .expect(
                        order.equals("newest_first") || order.equals("oldest_first"),
                        "?order",
                        order + " (expected: newest_first or oldest_first)")
                .throwIfAny();
        int size = Page.limit(limit, USUAL, MOST);
        var found =
                entries.find(
                        new AuditQuery(
                                source,
                                type,
                                subject,
                                actor,
                                from,
                                to,
                                order.equals("newest_first"),
                                size + 1,
                                AuditPage.of(cursor)));
        return Page.answer(found, size, last -> AuditPage.behind(last).cursor());
    }

    @GetMapping("/v1/audit/verify")
    AuditVerification.Report verify(Caller caller) {
        caller.require(Permission.AUDIT_READ);
        return verification.verify();
    }
}
