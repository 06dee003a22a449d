/**
 * The one place that knows messages: what the sources' messages mean for the world, and how the own
 * events of rules and freezes are said to others.
 *
 * <p>A record that cannot be read parks its entity, which then blocks, and nothing else. For a
 * deployment request that is more than it seems: the record may be the very one that says what it
 * covers, and an entity nobody knows the extent of cannot block just its own. So such a one blocks
 * everything (an allow could be wrong) until its owner, asked at once over HTTP, has told what it
 * covers, which takes moments; from then on it blocks that. Each further record about it starts
 * this anew. If the owner does not know it, or does not answer, everything stays blocked: no
 * deployment can start without that owner anyway. While anything is parked, all is read again from
 * the owners, after a second and then more and more rarely, and on demand by {@code POST
 * /v1/projections/rebuild}.
 *
 * <p>A freeze of which a record cannot be read may stop anything, and blocks everything likewise
 * until it was read again.
 */
@NullMarked
package dev.interlock.rules.kafka;

import org.jspecify.annotations.NullMarked;
