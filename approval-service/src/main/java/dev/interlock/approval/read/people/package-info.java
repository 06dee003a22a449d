/** Who there is, with which roles. Also what the write side locks to protect the last admin. */
@NullMarked
package dev.interlock.approval.read.people;

import org.jspecify.annotations.NullMarked;
