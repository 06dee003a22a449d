package dev.interlock.notification.read.inbox;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import dev.interlock.notification.problem.NotificationProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InboxApi {

    private final InboxStore inbox;

    InboxApi(InboxStore inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/v1/inbox")
    ResponseEntity<Page<InboxEntry>> own(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        String person = caller.person();
        if (person == null) {
            throw NotificationProblems.noInbox();
        }
        var window = Page.Window.of(limit, cursor);
        return Page.answer(
                inbox.of(person, window.before(), window.limit() + 1),
                window,
                InboxEntry::position);
    }
}
