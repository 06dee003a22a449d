package dev.interlock.approval.domain;

import java.util.List;

/** The roles of an installation, by their stable names. */
public final class Roles {

    public static final String ADMIN = "admin";
    public static final String RELEASE_MANAGER = "release_manager";
    public static final String PRODUCT = "product";
    public static final String QA = "qa";
    public static final String SRE = "sre";
    public static final String SECURITY = "security";
    public static final String DEVELOPER = "developer";
    public static final String COMPLIANCE = "compliance";
    public static final String DEPLOYER = "deployer";
    public static final String VIEWER = "viewer";

    /** Nobody has it by default, not even an administrator. */
    public static final String BREAK_GLASS = "break_glass";

    public static final List<String> ALL =
            List.of(
                    ADMIN,
                    RELEASE_MANAGER,
                    PRODUCT,
                    QA,
                    SRE,
                    SECURITY,
                    DEVELOPER,
                    COMPLIANCE,
                    DEPLOYER,
                    VIEWER,
                    BREAK_GLASS);

    /** May fill any slot; last in the order in which a role is credited. */
    public static final List<String> FILL_ANY = List.of(RELEASE_MANAGER, ADMIN);

    /** May stop a version for a while, each for reasons of their own. */
    public static final List<String> QUARANTINE =
            List.of(SECURITY, SRE, QA, COMPLIANCE, RELEASE_MANAGER, ADMIN);

    private Roles() {}
}
