package dev.interlock.dr.write.changetemplate;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.Template;
import dev.interlock.dr.events.TemplateChanged;
import dev.interlock.dr.events.TemplateEvent;

final class ChangeTemplateDecision {

    private ChangeTemplateDecision() {}

    static Decision<TemplateEvent> decide(Template template, ChangeTemplate command) {
        return switch (template) {
            case Template.Unknown _ ->
                    Decision.refuse(new Refusal.Unknown("template", command.template()));
            case Template.Known known
                    when command.expected() != null && command.expected() != known.version() ->
                    Decision.refuse(
                            new Refusal.StaleEdit(
                                    command.template(), command.expected(), known.version()));
            case Template.Known known when known.newest().equals(command.outline()) ->
                    Decision.redundant("nothing changes");
            case Template.Known known ->
                    Decision.accept(
                            new TemplateChanged(
                                    command.template(),
                                    known.version() + 1,
                                    command.editor(),
                                    command.outline(),
                                    command.now()));
        };
    }
}
