package dev.interlock.contracts.approval;

import java.util.List;

/**
 * {@code approval_type.defined}: who may fill slots of this type, from now on.
 *
 * @param type folded id, for example {@code code_review}
 */
public record ApprovalTypeDefinedV1(String type, String name, List<String> roles)
        implements ApprovalMessage {}
