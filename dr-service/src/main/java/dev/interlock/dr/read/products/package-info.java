/** Products and their versions, kept with the events. */
@NullMarked
package dev.interlock.dr.read.products;

import org.jspecify.annotations.NullMarked;
