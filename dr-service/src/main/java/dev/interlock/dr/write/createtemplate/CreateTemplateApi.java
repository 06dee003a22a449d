package dev.interlock.dr.write.createtemplate;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Template;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.TemplateForm;
import dev.interlock.dr.http.TemplateForms;
import dev.interlock.dr.http.TemplateView;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import dev.interlock.eventstore.Answer;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CreateTemplateApi {

    private final TemplateForms forms;
    private final TemplateNumbers numbers;
    private final Dispatch dispatch;
    private final Clock clock;

    CreateTemplateApi(
            TemplateForms forms, TemplateNumbers numbers, Dispatch dispatch, Clock clock) {
        this.forms = forms;
        this.numbers = numbers;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @PostMapping("/v1/templates")
    ResponseEntity<TemplateView> create(@RequestBody TemplateForm body, Caller caller) {
        caller.require(Permission.DR_WRITE_ANY);
        var outline = forms.check(body);
        var command =
                new CreateTemplate(
                        numbers.next(), Dispatch.actor(caller).id(), outline, clock.instant());
        Answer<Template> answer = dispatch.send(command, caller);
        var view = TemplateView.of(command.template(), answer.result(), null);
        return Dispatch.answer(201, answer.position())
                .location(URI.create("/v1/templates/" + view.id()))
                .eTag(EntityTags.of(view.version()))
                .body(view);
    }
}
