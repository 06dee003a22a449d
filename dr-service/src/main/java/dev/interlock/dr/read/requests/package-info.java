/** Deployment requests: listed from rows, shown from their stream. */
@NullMarked
package dev.interlock.dr.read.requests;

import org.jspecify.annotations.NullMarked;
