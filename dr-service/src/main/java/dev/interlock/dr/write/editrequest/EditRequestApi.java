package dev.interlock.dr.write.editrequest;

import dev.interlock.dr.firstsight.FirstSight;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.RequestCommands;
import dev.interlock.dr.http.RequestForm;
import dev.interlock.dr.http.RequestForms;
import dev.interlock.dr.http.RequestView;
import dev.interlock.dr.http.SupersededRequests;
import dev.interlock.dr.http.UsedTemplates;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EditRequestApi {

    private final RequestForms forms;
    private final UsedTemplates templates;
    private final SupersededRequests superseded;
    private final FirstSight firstSight;
    private final RequestCommands requests;

    EditRequestApi(
            RequestForms forms,
            UsedTemplates templates,
            SupersededRequests superseded,
            FirstSight firstSight,
            RequestCommands requests) {
        this.forms = forms;
        this.templates = templates;
        this.superseded = superseded;
        this.firstSight = firstSight;
        this.requests = requests;
    }

    @PutMapping("/v1/deployment-requests/{id}")
    ResponseEntity<RequestView> edit(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody RequestForm body,
            Caller caller) {
        var admitted = requests.admit(id, caller);
        var expected = EntityTags.required(ifMatch);
        superseded.unchanged(id, body.supersedes());
        var checked = forms.edit(body, templates.of(id, body.template()), caller);
        var answer =
                requests.send(
                        id,
                        new EditRequest(
                                id,
                                Dispatch.actor(admitted),
                                expected,
                                checked.title(),
                                checked.description(),
                                checked.contents(),
                                checked.notes(),
                                requests.timeToAnswer(id, caller)),
                        caller);
        // not before: an edit that is refused leaves nothing behind
        checked.contents()
                .items()
                .forEach(i -> firstSight.version(i.product(), i.version(), null, caller));
        return answer;
    }
}
