package dev.interlock.approval.write.defineapprovaltype;

import java.util.List;

/**
 * Defines a type that does not exist yet; one that does stays as it is.
 *
 * @param type folded id, for example {@code code_review}
 */
public record DefineApprovalType(String type, String name, List<String> roles) {}
