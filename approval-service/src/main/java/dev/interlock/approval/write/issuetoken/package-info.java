/** Issue a token: shown once, stored as a hash. */
@NullMarked
package dev.interlock.approval.write.issuetoken;

import org.jspecify.annotations.NullMarked;
