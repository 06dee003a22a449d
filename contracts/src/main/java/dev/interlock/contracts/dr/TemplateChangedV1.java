package dev.interlock.contracts.dr;

/**
 * {@code template.changed}: it has a further version; no deployment request changes by it.
 *
 * @param version at least 2
 * @param editor opaque id
 */
public record TemplateChangedV1(String template, String name, int version, String editor)
        implements DrMessage {}
