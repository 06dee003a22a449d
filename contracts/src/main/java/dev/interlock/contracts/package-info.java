/**
 * What is said between processes: messages on topics and bodies of internal HTTP.
 *
 * <p>Charter: records, enums and sealed interfaces only; the JDK and JSpecify only; no type that is
 * not said on a topic or on internal HTTP. JSON names are the record component names in snake_case.
 * Inside a major version only optional (nullable or list-valued) components are added; a shipped
 * component never changes its meaning.
 */
@NullMarked
package dev.interlock.contracts;

import org.jspecify.annotations.NullMarked;
