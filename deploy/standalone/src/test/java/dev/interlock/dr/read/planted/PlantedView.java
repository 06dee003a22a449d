package dev.interlock.dr.read.planted;

import dev.interlock.dr.write.plantedone.PlantedDecision;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class PlantedView {
    final Class<?> slice = PlantedDecision.class;
}
