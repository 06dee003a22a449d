package dev.interlock.dr.write.labelproduct;

import java.util.Map;

/**
 * @param labels all that the product has from now on, by name
 */
public record LabelProduct(String product, Map<String, String> labels) {}
