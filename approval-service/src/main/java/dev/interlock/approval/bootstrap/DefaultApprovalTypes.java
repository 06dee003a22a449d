package dev.interlock.approval.bootstrap;

import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.write.defineapprovaltype.DefineApprovalType;
import java.util.List;

/** The approval types an installation begins with. */
final class DefaultApprovalTypes {

    static final List<DefineApprovalType> ALL =
            List.of(
                    new DefineApprovalType("uat", "UAT", List.of(Roles.PRODUCT)),
                    new DefineApprovalType("qa", "QA", List.of(Roles.QA)),
                    new DefineApprovalType(
                            "performance", "Performance", List.of(Roles.SRE, Roles.QA)),
                    new DefineApprovalType("security", "Security", List.of(Roles.SECURITY)),
                    new DefineApprovalType("code_review", "Code Review", List.of(Roles.DEVELOPER)),
                    new DefineApprovalType("compliance", "Compliance", List.of(Roles.COMPLIANCE)));

    private DefaultApprovalTypes() {}
}
