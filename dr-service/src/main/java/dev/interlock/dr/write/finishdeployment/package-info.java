/** Note how a deployment ended; a completed one spends its admissions, others give them back. */
@NullMarked
package dev.interlock.dr.write.finishdeployment;

import org.jspecify.annotations.NullMarked;
