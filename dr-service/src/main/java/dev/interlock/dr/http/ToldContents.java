package dev.interlock.dr.http;

import dev.interlock.contracts.dr.DrContents;
import dev.interlock.dr.events.Contents;

/** A deployment request's contents as other services are told them, on topics and by HTTP. */
public final class ToldContents {

    private ToldContents() {}

    public static DrContents of(Contents contents) {
        return new DrContents(
                contents.items().stream().map(ToldContents::item).toList(),
                contents.environments(),
                contents.slots().stream().map(ToldContents::slot).toList());
    }

    private static DrContents.Item item(Contents.Item item) {
        return new DrContents.Item(
                item.product(), item.version(), item.environments(), item.orderGroup());
    }

    private static DrContents.Slot slot(Contents.Slot slot) {
        return new DrContents.Slot(
                slot.id(),
                slot.type(),
                slot.roles(),
                slot.min(),
                slot.environment(),
                slot.optional(),
                slot.veto());
    }
}
