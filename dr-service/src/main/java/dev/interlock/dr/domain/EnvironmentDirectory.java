package dev.interlock.dr.domain;

import java.util.List;
import java.util.Optional;

/** The registered environments, as committed. */
public interface EnvironmentDirectory {

    /** By folded name or alias. */
    Optional<Environment.Registered> find(String nameOrAlias);

    /** True when at least one environment enforces: then unknown names are refused. */
    boolean anyEnforces();

    /** All names and aliases, folded. */
    List<String> names();
}
