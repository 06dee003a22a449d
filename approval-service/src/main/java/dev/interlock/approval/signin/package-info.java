/** Let a person in whom an OpenID provider vouches for; the first time by a verified address. */
@NullMarked
package dev.interlock.approval.signin;

import org.jspecify.annotations.NullMarked;
