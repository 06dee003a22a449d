package dev.interlock.approval.events;

import java.util.List;

/**
 * Who may fill slots of this type, from now on.
 *
 * @param type folded id, for example {@code code_review}
 * @param name for people, for example {@code Code Review}
 */
public record ApprovalTypeDefined(String type, String name, List<String> roles)
        implements ApprovalTypeEvent {}
