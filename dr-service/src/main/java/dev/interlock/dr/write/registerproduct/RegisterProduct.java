package dev.interlock.dr.write.registerproduct;

import java.util.Map;

/**
 * @param name folded
 * @param labels by name
 */
record RegisterProduct(String name, Map<String, String> labels) {}
