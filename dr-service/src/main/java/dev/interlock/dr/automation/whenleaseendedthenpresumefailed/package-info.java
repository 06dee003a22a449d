/** A deployment of which nothing was heard until its lease ended is presumed to have failed. */
@NullMarked
package dev.interlock.dr.automation.whenleaseendedthenpresumefailed;

import org.jspecify.annotations.NullMarked;
