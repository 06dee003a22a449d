/**
 * Make a rejected or expired deployment request a draft again, with all decisions on it cleared.
 */
@NullMarked
package dev.interlock.dr.write.reviserequest;

import org.jspecify.annotations.NullMarked;
