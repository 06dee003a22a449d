/**
 * Messages of the source {@code dr}: environments, products, versions, deployment requests,
 * deployments.
 */
@NullMarked
package dev.interlock.contracts.dr;

import org.jspecify.annotations.NullMarked;
