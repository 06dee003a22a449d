package dev.interlock.approval.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTest {

    private static final Place API_PROD = new Place("api", "production");
    private static final Place API_TEST = new Place("api", "test");
    private static final Place WEB_PROD = new Place("web", "production");

    private final Person ann =
            new Person.Registered(
                    "usr_ann",
                    List.of(
                            RoleGrant.everywhere("viewer"),
                            qa("rol_1", List.of("api"), List.of("production")),
                            qa("rol_2", List.of(), List.of("test"))),
                    true);

    @Test
    void aRoleHoldsWhereItWasGrantedAndNowhereElse() {
        assertThat(ann.rolesIn(List.of(API_PROD))).containsExactly("viewer", "qa");
        assertThat(ann.rolesIn(List.of(WEB_PROD))).containsExactly("viewer");
        assertThat(ann.rolesIn(List.of(API_PROD, WEB_PROD))).containsExactly("viewer");
    }

    @Test
    void twoGrantsTogetherCoverWhatNeitherDoes() {
        assertThat(ann.rolesIn(List.of(API_PROD, API_TEST))).containsExactly("viewer", "qa");
    }

    @Test
    void whatIsNotKnownIsCoveredByARoleWithoutLimitsOnly() {
        assertThat(ann.rolesIn(List.of())).containsExactly("viewer");
        assertThat(ann.rolesIn(List.of(new Place(null, "production")))).containsExactly("viewer");
        assertThat(ann.rolesIn(List.of(new Place(null, "test")))).containsExactly("viewer", "qa");
    }

    private static RoleGrant qa(String id, List<String> products, List<String> environments) {
        return new RoleGrant(id, "qa", new RoleScope(products, environments));
    }
}
