package dev.interlock.rules.read.audit;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
final class AuditApi {

    private static final int MOST = 1_000;

    /**
     * @param nextCursor null on the last page
     */
    record Page(List<AuditEntries.Entry> items, @Nullable String nextCursor) {}

    private final AuditEntries entries;
    private final AuditVerification verification;

    AuditApi(AuditEntries entries, AuditVerification verification) {
        this.entries = entries;
        this.verification = verification;
    }

    @GetMapping("/v1/audit")
    ResponseEntity<Page> find(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "newest_first") String order,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.AUDIT_READ);
        new Violations()
                .expect(
                        order.equals("newest_first") || order.equals("oldest_first"),
                        "?order",
                        order + " (expected: newest_first or oldest_first)")
                .expect(
                        limit >= 1 && limit <= MOST,
                        "?limit",
                        limit + " (expected: 1.." + MOST + ")")
                .throwIfAny();
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
                                limit + 1,
                                AuditPage.of(cursor)));
        if (found.size() <= limit) {
            return ResponseEntity.ok(new Page(found, null));
        }
        var last = found.get(limit - 1);
        var next = new AuditPage(last.time(), last.source(), last.position()).cursor();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, link(next))
                .body(new Page(List.copyOf(found.subList(0, limit)), next));
    }

    private static String link(String cursor) {
        var here = ServletUriComponentsBuilder.fromCurrentRequest();
        var next = here.replaceQueryParam("cursor", cursor).build();
        return "<%s?%s>; rel=\"next\"".formatted(next.getPath(), next.getQuery());
    }

    @GetMapping("/v1/audit/verify")
    AuditVerification.Report verify(Caller caller) {
        caller.require(Permission.AUDIT_READ);
        return verification.verify();
    }
}
