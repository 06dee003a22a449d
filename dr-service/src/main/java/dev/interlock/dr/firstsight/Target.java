package dev.interlock.dr.firstsight;

import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.problem.DrProblems;
import dev.interlock.edge.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is deployed where, by its proper names.
 *
 * @param objection why nothing may be deployed or reported there; null if nothing stands against it
 */
public record Target(
        String product, String version, String environment, @Nullable Refusal objection) {

    /**
     * @throws Problem if anything stands against it
     */
    public Target orThrow() {
        if (objection != null) {
            throw DrProblems.of(objection);
        }
        return this;
    }
}
