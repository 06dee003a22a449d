/**
 * What is known: environments, lanes, deployment requests, approvals and people, as plain immutable
 * records. Knows neither how the facts arrived nor what follows from them.
 */
@NullMarked
package dev.interlock.rules.domain.facts;

import org.jspecify.annotations.NullMarked;
