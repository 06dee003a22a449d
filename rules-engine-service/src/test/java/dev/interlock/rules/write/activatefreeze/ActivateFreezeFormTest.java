package dev.interlock.rules.write.activatefreeze;

import static dev.interlock.rules.domain.Freezes.END;
import static dev.interlock.rules.domain.Freezes.ID;
import static dev.interlock.rules.domain.Freezes.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interlock.edge.Problem;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.http.FreezeFields.ScopeBody;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivateFreezeFormTest {

    @Test
    void withoutAnyScopeItIsForEverything() {
        var command = form("why", null, null, END, null).command(ID, "usr_sre", NOW);

        assertThat(command.scope()).isEqualTo(new Scope(List.of(), List.of(), List.of()));
        assertThat(command.incidentUrl()).isNull();
    }

    @Test
    void namesAreFoldedSortedAndNamedOnce() {
        var scope =
                new ScopeBody(
                        List.of("Web", " api", "WEB"),
                        List.of(" Tier: 1 ", "In-Scope", "tier:1"),
                        List.of("Prod "),
                        null);

        var command =
                new ActivateFreezeForm(" why ", " ", scope, null, END, false)
                        .command(ID, "usr_sre", NOW);

        assertThat(command.scope())
                .isEqualTo(
                        new Scope(
                                List.of("api", "web"),
                                List.of("in_scope", "tier:1"),
                                List.of("prod"),
                                List.of()));
        assertThat(command.reason()).isEqualTo("why");
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        var scope =
                new ScopeBody(
                        List.of(""),
                        List.of("pci", ":1", "tier:", "1st", "tier:a\nb"),
                        Collections.nCopies(101, "e"),
                        List.of("production", "prod"));
        var form =
                new ActivateFreezeForm(
                        " ", "ftp://x/y", scope, NOW.minusSeconds(1), NOW.minusSeconds(2), true);

        assertThat(pointers(form))
                .contains(
                        "/reason",
                        "/incident_url",
                        "/scope/products/0",
                        "/scope/product_labels/1",
                        "/scope/product_labels/2",
                        "/scope/product_labels/3",
                        "/scope/product_labels/4",
                        "/scope/environments",
                        "/scope/environment_types/1",
                        "/starts_at",
                        "/expires_at",
                        "/indefinite");
    }

    @Test
    void anEndIsNeededUnlessItIsSaidThatThereIsNone() {
        assertThat(pointers(form("why", null, null, null, null))).containsExactly("/expires_at");
        assertThat(pointers(form("why", null, null, null, false))).containsExactly("/expires_at");
        assertThat(form("why", null, null, null, true).command(ID, "u", NOW).expiresAt()).isNull();
    }

    @Test
    void theEndIsAfterTheStartAndWithinAYear() {
        var year = Duration.ofDays(366);
        assertThat(pointers(form("why", null, END, END, null))).containsExactly("/expires_at");
        assertThat(pointers(form("why", null, null, NOW, null))).contains("/expires_at");
        assertThat(pointers(form("why", null, null, NOW.plus(year).plusSeconds(1), null)))
                .containsExactly("/expires_at");
        assertThat(form("why", null, NOW, NOW.plus(year), null).command(ID, "u", NOW).expiresAt())
                .isEqualTo(NOW.plus(year));
    }

    private static ActivateFreezeForm form(
            @Nullable String reason,
            @Nullable String url,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable Boolean indefinite) {
        return new ActivateFreezeForm(reason, url, null, start, end, indefinite);
    }

    private static List<String> pointers(ActivateFreezeForm form) {
        var problem = catchThrowableOfType(Problem.class, () -> form.command(ID, "usr_sre", NOW));
        assertThat(problem).isNotNull();
        assertThat(problem.status()).isEqualTo(422);
        return problem.errors().stream().map(Problem.Field::pointer).toList();
    }
}
