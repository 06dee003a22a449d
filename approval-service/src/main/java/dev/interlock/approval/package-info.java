/**
 * approval-service: approval types, people, roles, tokens, and decisions on deployment requests. It
 * owns who may do what and who approved what; it never decides whether a deployment goes.
 */
@NullMarked
package dev.interlock.approval;

import org.jspecify.annotations.NullMarked;
