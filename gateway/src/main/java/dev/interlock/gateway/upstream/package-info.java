/** The services behind the gateway: where they are, how they are called, how far they have come. */
@NullMarked
package dev.interlock.gateway.upstream;

import org.jspecify.annotations.NullMarked;
