/** What this service remembers of others' events: open requests, roles, approval types. */
@NullMarked
package dev.interlock.notification.facts;

import org.jspecify.annotations.NullMarked;
