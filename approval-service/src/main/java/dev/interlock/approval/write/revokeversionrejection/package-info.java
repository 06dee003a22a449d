/** Let a rejected version be shipped again. */
@NullMarked
package dev.interlock.approval.write.revokeversionrejection;

import org.jspecify.annotations.NullMarked;
