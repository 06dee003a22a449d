package dev.interlock.contracts.dr;

/**
 * {@code template.created}: deployment requests can be made from it.
 *
 * @param version 1
 * @param author opaque id
 */
public record TemplateCreatedV1(String template, String name, int version, String author)
        implements DrMessage {}
