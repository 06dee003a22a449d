/** What an empty installation needs before anybody can do anything. */
@NullMarked
package dev.interlock.approval.bootstrap;

import org.jspecify.annotations.NullMarked;
