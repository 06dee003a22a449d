package dev.interlock.dr.write.createtemplate;

import dev.interlock.dr.events.Outline;
import java.time.Instant;

public record CreateTemplate(String template, String author, Outline outline, Instant now) {}
