package dev.interlock.contracts.approval;

import java.util.List;

/**
 * {@code dr.stage_opened}: the slots that these waited for are filled, so their approvers are asked
 * from now on.
 *
 * @param revision the revision whose approvals filled them
 * @param slots ids, never empty
 */
public record StageOpenedV1(String dr, int revision, List<String> slots)
        implements ApprovalMessage {}
