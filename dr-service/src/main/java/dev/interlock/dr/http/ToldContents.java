package dev.interlock.dr.http;

import dev.interlock.contracts.dr.DrContents;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Terms;

/** A deployment request's contents as other services are told them, on topics and by HTTP. */
public final class ToldContents {

    private ToldContents() {}

    public static DrContents of(Contents contents) {
        return new DrContents(
                contents.items().stream().map(ToldContents::item).toList(),
                contents.environments(),
                contents.slots().stream().map(ToldContents::slot).toList(),
                contents.allSteps().stream().map(ToldContents::step).toList());
    }

    private static DrContents.Item item(Contents.Item item) {
        return new DrContents.Item(
                item.product(), item.version(), item.environments(), item.orderGroup());
    }

    /** What is at its default goes untold. */
    private static DrContents.Slot slot(Contents.Slot slot) {
        var terms = slot.termsOrUsual();
        return new DrContents.Slot(
                slot.id(),
                slot.type(),
                slot.roles(),
                slot.min(),
                slot.environment(),
                slot.optional(),
                slot.veto(),
                terms.stage() == Terms.USUAL.stage() ? null : terms.stage(),
                terms.requiredMembers().isEmpty() ? null : terms.requiredMembers(),
                terms.stillEligible() ? true : null,
                terms.approvalValidFor(),
                terms.locked() ? true : null);
    }

    private static DrContents.Step step(Contents.Step step) {
        return new DrContents.Step(
                step.id(),
                step.phase(),
                step.title(),
                step.kind(),
                step.required(),
                step.item(),
                step.environment(),
                step.assigneeRole(),
                step.deadline());
    }
}
