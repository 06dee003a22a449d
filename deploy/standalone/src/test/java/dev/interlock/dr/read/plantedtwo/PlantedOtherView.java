package dev.interlock.dr.read.plantedtwo;

import dev.interlock.dr.read.planted.PlantedView;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class PlantedOtherView {
    final Class<?> view = PlantedView.class;
}
