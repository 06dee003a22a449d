package dev.interlock.dr.write.changetemplate;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Template;
import dev.interlock.dr.events.TemplateEvent;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.TemplateForm;
import dev.interlock.dr.http.TemplateForms;
import dev.interlock.dr.http.TemplateView;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Answer;
import dev.interlock.eventstore.Entities;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangeTemplateApi {

    private final TemplateForms forms;
    private final Entities<Template, TemplateEvent> templates;
    private final Dispatch dispatch;
    private final Clock clock;

    ChangeTemplateApi(
            TemplateForms forms,
            Entities<Template, TemplateEvent> templates,
            Dispatch dispatch,
            Clock clock) {
        this.forms = forms;
        this.templates = templates;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @PutMapping("/v1/templates/{id}")
    ResponseEntity<TemplateView> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody TemplateForm body,
            Caller caller) {
        caller.require(Permission.DR_WRITE_ANY);
        var expected = EntityTags.required(ifMatch);
        var command =
                new ChangeTemplate(
                        id,
                        Dispatch.actor(caller).id(),
                        expected,
                        forms.check(body),
                        clock.instant());
        try {
            Answer<Template> answer = dispatch.send(command, caller);
            var view = TemplateView.of(id, answer.result(), null);
            return Dispatch.answer(200, answer.position())
                    .eTag(EntityTags.of(view.version()))
                    .body(view);
        } catch (Problem problem) {
            throw problem.status() == 412
                    ? problem.with("current", TemplateView.of(id, templates.load(id), null))
                    : problem;
        }
    }
}
