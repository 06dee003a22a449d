package dev.interlock.dr.write.plantedone;

import org.springframework.context.ApplicationContext;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class PlantedDecision {
    final Class<?> known = ApplicationContext.class;
}
