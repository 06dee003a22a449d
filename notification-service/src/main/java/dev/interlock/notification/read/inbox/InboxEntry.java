package dev.interlock.notification.read.inbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param position where it lies in the inbox; newer is higher
 * @param subject the entity it is about, for example {@code DR-142}
 * @param url where to review and act
 * @param readAt null while unread
 */
record InboxEntry(
        @JsonIgnore long position,
        String id,
        String kind,
        String subject,
        String title,
        String text,
        String url,
        Instant createdAt,
        @Nullable Instant readAt) {}
