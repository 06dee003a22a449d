/** How others hear of what happens here, and what is heard of approvals. */
@NullMarked
package dev.interlock.dr.kafka;

import org.jspecify.annotations.NullMarked;
