/** Stop deployments, now or from a certain time on. */
@NullMarked
package dev.interlock.rules.write.activatefreeze;

import org.jspecify.annotations.NullMarked;
