/** A deployment that started by an override is told of, so that people hear and review it. */
@NullMarked
package dev.interlock.rules.automation.whenstartedbyoverridethenrecorduse;

import org.jspecify.annotations.NullMarked;
