package dev.interlock.approval.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.ApprovalType.Defined;
import dev.interlock.approval.domain.ApprovalType.Undefined;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalTypeTest {

    @Test
    void theTypesRolesFillItAndSoDoThoseThatFillAny() {
        var performance = new Defined("performance", "Performance", List.of("sre", "qa"));

        assertThat(performance.eligibleRoles(List.of()))
                .containsExactly("sre", "qa", "release_manager", "admin");
    }

    @Test
    void theSlotsOwnRolesReplaceThoseOfTheType() {
        var qa = new Defined("qa", "QA", List.of("qa"));

        assertThat(qa.eligibleRoles(List.of("sre")))
                .containsExactly("sre", "release_manager", "admin");
    }

    @Test
    void aTypeNobodyDefinedIsLeftToThoseThatFillAny() {
        assertThat(new Undefined().eligibleRoles(List.of()))
                .containsExactly("release_manager", "admin");
    }
}
