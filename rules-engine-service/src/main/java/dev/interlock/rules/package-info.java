/**
 * The rules engine: rules and freezes as events, the projection of all facts, the gate that decides
 * from it, and the audit log.
 *
 * <p>Owns rules, freezes, decisions' answers and the audit log; keeps no deployment request,
 * approval or deployment of its own, only what their owners published.
 */
@NullMarked
package dev.interlock.rules;

import org.jspecify.annotations.NullMarked;
