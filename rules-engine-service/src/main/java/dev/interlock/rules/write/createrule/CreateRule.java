package dev.interlock.rules.write.createrule;

import dev.interlock.rules.domain.RuleContents;

record CreateRule(String id, RuleContents contents) {}
