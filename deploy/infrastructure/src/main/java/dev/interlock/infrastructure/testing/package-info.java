/**
 * What every module's tests ask for: a database of their own and a Kafka, embedded or in
 * containers. Only for test scope.
 */
@NullMarked
package dev.interlock.infrastructure.testing;

import org.jspecify.annotations.NullMarked;
