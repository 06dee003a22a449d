/**
 * What the endpoints have in common: how bodies are read, how nouns look, how commands are sent.
 */
@NullMarked
package dev.interlock.dr.http;

import org.jspecify.annotations.NullMarked;
