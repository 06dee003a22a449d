/** Take note that nothing was heard of a deployment until its lease ended. */
@NullMarked
package dev.interlock.dr.write.presumefailed;

import org.jspecify.annotations.NullMarked;
