/**
 * Small pages for people: what an error means, and what links in CI summaries point at. Rendered
 * here, without scripts; a browser signs in with a personal token, which is kept as its hash only.
 */
@NullMarked
package dev.interlock.gateway.page;

import org.jspecify.annotations.NullMarked;
