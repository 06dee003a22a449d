/**
 * A real PostgreSQL and a real Kafka without Docker: started from jars, kept in a folder, stopped
 * and started again at will. Owns server processes and nothing that runs in them; knows no service
 * and no domain.
 */
@NullMarked
package dev.interlock.infrastructure;

import org.jspecify.annotations.NullMarked;
