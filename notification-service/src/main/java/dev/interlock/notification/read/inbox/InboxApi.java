package dev.interlock.notification.read.inbox;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.notification.problem.NotificationProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InboxApi {

    private static final int LARGEST = 200;

    /**
     * @param nextCursor where the next page begins; null on the last
     */
    record Page(List<InboxEntry> items, @Nullable String nextCursor) {}

    private final InboxStore inbox;

    InboxApi(InboxStore inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/v1/inbox")
    ResponseEntity<Page> own(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        String person = caller.person();
        if (person == null) {
            throw NotificationProblems.noInbox();
        }
        if (limit < 1 || limit > LARGEST) {
            throw Problem.invalid("?limit", "is " + limit + " (expected: 1 to " + LARGEST + ")");
        }
        List<InboxEntry> found = inbox.of(person, before(cursor), limit + 1);
        if (found.size() <= limit) {
            return ResponseEntity.ok(new Page(found, null));
        }
        List<InboxEntry> items = List.copyOf(found.subList(0, limit));
        String next = Long.toString(items.getLast().position());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.LINK,
                        "</v1/inbox?limit=" + limit + "&cursor=" + next + ">; rel=\"next\"")
                .body(new Page(items, next));
    }

    private static long before(@Nullable String cursor) {
        try {
            long position = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw Problem.invalid("?cursor", "is not a cursor of this list");
    }
}
