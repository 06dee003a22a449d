/** Stop a version for a while: no gate lets it pass before the end. */
@NullMarked
package dev.interlock.approval.write.quarantineversion;

import org.jspecify.annotations.NullMarked;
