/**
 * Believing what OpenID providers sign: their documents fetched within bounds, their keys kept, and
 * tokens verified against them. Knows no person and no policy.
 */
@NullMarked
package dev.interlock.gateway.openid;

import org.jspecify.annotations.NullMarked;
