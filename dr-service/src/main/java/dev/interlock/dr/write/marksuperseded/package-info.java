/** Mark a deployment request whose place a newer one takes. */
@NullMarked
package dev.interlock.dr.write.marksuperseded;

import org.jspecify.annotations.NullMarked;
