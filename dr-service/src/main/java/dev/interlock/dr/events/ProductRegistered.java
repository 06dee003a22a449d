package dev.interlock.dr.events;

/** A product was named for the first time. */
public record ProductRegistered(String product, String productId) implements ProductEvent {}
