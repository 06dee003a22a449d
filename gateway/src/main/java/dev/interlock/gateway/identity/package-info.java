/** Who is calling: from a token to an identity that the services trust. */
@NullMarked
package dev.interlock.gateway.identity;

import org.jspecify.annotations.NullMarked;
