package dev.interlock.contracts.dr;

/** The template a deployment request was made from; later versions of it do not concern it. */
public record TemplateRef(String id, int version) {}
