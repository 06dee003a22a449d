package dev.interlock.dr.events;

/** On the stream of one template; the stream's id is {@code TPL-<n>}. */
public sealed interface TemplateEvent extends DrEvent permits TemplateCreated, TemplateChanged {

    String template();
}
