package dev.interlock.dr.http;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Notes;
import org.jspecify.annotations.Nullable;

/** A body that can be taken as it is: names folded, environments known. */
public record CheckedRequest(
        String title, @Nullable String description, Contents contents, Notes notes) {}
