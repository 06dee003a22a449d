/** Between a controller and the rest: names as they are meant, commands in the caller's name. */
@NullMarked
package dev.interlock.rules.http;

import org.jspecify.annotations.NullMarked;
