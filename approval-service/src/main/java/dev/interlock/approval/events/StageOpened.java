package dev.interlock.approval.events;

import java.util.List;

/**
 * The approval before this event filled what these slots waited for.
 *
 * @param slots ids, never empty
 */
public record StageOpened(String dr, int revision, List<String> slots) implements ApprovalEvent {}
