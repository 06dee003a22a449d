/** Take an OpenID provider's subject for a person from now on. */
@NullMarked
package dev.interlock.approval.write.bindidentity;

import org.jspecify.annotations.NullMarked;
