package dev.interlock.contracts.approval;

/**
 * {@code group.created}: some people under one name, none yet.
 *
 * @param group its id
 */
public record GroupCreatedV1(String group, String name) implements ApprovalMessage {}
