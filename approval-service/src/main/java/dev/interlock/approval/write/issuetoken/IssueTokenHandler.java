package dev.interlock.approval.write.issuetoken;

import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Token;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.TokenEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class IssueTokenHandler {

    private final Entities<Token, TokenEvent> tokens;
    private final Entities<Person, PersonEvent> people;

    IssueTokenHandler(Entities<Token, TokenEvent> tokens, Entities<Person, PersonEvent> people) {
        this.tokens = tokens;
        this.people = people;
    }

    /** Its id. */
    @CommandHandler
    String handle(IssueToken command) {
        var person = command.person();
        var owner = person == null ? new Person.Unknown() : people.load(person);
        tokens.update(
                command.token(),
                state -> IssueTokenDecision.decide(state, command, owner).eventsOrRefuse());
        return command.token();
    }
}
