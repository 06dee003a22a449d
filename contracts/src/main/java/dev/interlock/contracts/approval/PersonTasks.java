package dev.interlock.contracts.approval;

import java.util.List;

/**
 * Answer of {@code GET /internal/tasks?person=}: where this person can decide now.
 *
 * @param requests ids of deployment requests, the one that waits longest first
 */
public record PersonTasks(String person, List<String> requests) {}
