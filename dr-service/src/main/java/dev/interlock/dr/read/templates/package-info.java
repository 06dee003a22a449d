/** Templates: listed from rows, shown from their stream in any of their versions. */
@NullMarked
package dev.interlock.dr.read.templates;

import org.jspecify.annotations.NullMarked;
