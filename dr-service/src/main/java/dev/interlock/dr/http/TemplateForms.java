package dev.interlock.dr.http;

import dev.interlock.dr.domain.EnvironmentDirectory;
import dev.interlock.dr.events.Origin;
import dev.interlock.dr.events.Outline;
import dev.interlock.edge.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks bodies of templates, all of a body at once. */
@Component
public class TemplateForms {

    private static final int NAME_LENGTH = 255;
    private final EnvironmentDirectory environments;

    TemplateForms(EnvironmentDirectory environments) {
        this.environments = environments;
    }

    /**
     * @throws dev.interlock.edge.Problem 422 naming every field that is wrong
     */
    public Outline check(TemplateForm body) {
        var violations = new Violations();
        var fields = new Fields(violations);
        var name = violations.line("/name", body.name(), NAME_LENGTH);
        var description = fields.text("/description", body.description());
        var targets =
                new TargetForms(environments, violations, fields)
                        .check("/environments", body.environments());
        var outline =
                new Outline(
                        name,
                        description,
                        targets,
                        new SlotForms(violations, fields, targets, null).check(body.slots()),
                        new StepForms(violations, fields, targets, List.of()).check(body.steps()),
                        body.contentsPolicy() == null
                                ? null
                                : fields.oneOf(
                                        "/contents_policy", body.contentsPolicy(), Origin.POLICIES),
                        fields.duration("/request_expires_in", body.requestExpiresIn()),
                        fields.labels(body.labels()));
        violations.throwIfAny();
        return outline;
    }
}
