package dev.interlock.dr.planted;

import dev.interlock.gateway.planted.Known;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class KnowsAnotherService {
    final Class<?> known = Known.class;
}
