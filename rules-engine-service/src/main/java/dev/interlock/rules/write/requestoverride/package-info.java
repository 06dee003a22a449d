/** Break the glass for one deployment. */
@NullMarked
package dev.interlock.rules.write.requestoverride;

import org.jspecify.annotations.NullMarked;
