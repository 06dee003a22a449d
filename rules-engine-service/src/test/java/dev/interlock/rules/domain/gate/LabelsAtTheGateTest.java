package dev.interlock.rules.domain.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.facts.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules and freezes for all products of a kind. */
class LabelsAtTheGateTest {

    private static final Scope PCI = labelled(List.of("pci", "tier:1"));

    private final Story story = Story.usual();

    @Test
    void aRuleHoldsForWhichProductHasOneOfItsLabels() {
        story.rule("r1", PCI, "dr_required", "{}")
                .labelled("api", Map.of("tier", "1"))
                .labelled("web", Map.of("tier", "2", "team", "shop"))
                .labelled("pay", Map.of("pci", "yes", "tier", "1"));

        assertThat(codes("api")).containsExactly("DR_REQUIRED");
        assertThat(codes("pay")).as("by two labels, and once").containsExactly("DR_REQUIRED");
        assertThat(codes("web")).isEmpty();
        assertThat(codes("never-heard-of")).isEmpty();
    }

    @Test
    void itFollowsTheLabelsAsTheyChange() {
        story.rule("r1", PCI, "dr_required", "{}").labelled("api", Map.of("pci", "yes"));
        assertThat(codes("api")).containsExactly("DR_REQUIRED");

        story.labelled("api", Map.of("tier", "3"));
        assertThat(codes("api")).isEmpty();
        story.labelled("api", Map.of("tier", "1"));
        assertThat(codes("api")).containsExactly("DR_REQUIRED");
        story.labelled("api", Map.of());
        assertThat(codes("api")).isEmpty();
    }

    @Test
    void theRestOfTheScopeMustHoldToo() {
        var scope = new Scope(List.of("api", "web"), List.of("pci"), List.of("live"), List.of());
        story.rule("r1", scope, "dr_required", "{}")
                .environment("live", "production", "enforce")
                .labelled("api", Map.of("pci", "yes"))
                .labelled("pay", Map.of("pci", "yes"));

        assertThat(codes("api")).as("elsewhere").isEmpty();
        assertThat(failed("api", "live")).containsExactly("DR_REQUIRED");
        assertThat(failed("pay", "live")).as("another product").isEmpty();
        assertThat(failed("web", "live")).as("without the label").isEmpty();
    }

    @Test
    void aFreezeStopsWhichProductHasOneOfItsLabels() {
        story.labelled("api", Map.of("pci", "yes")).freeze("frz_1", Story.NOW, null, PCI);

        assertThat(codes("api")).containsExactly("FREEZE_ACTIVE");
        assertThat(codes("web")).isEmpty();
        assertThat(story.labelled("web", Map.of("tier", "1")).world())
                .satisfies(_ -> assertThat(codes("web")).containsExactly("FREEZE_ACTIVE"));
    }

    @Test
    void runsOfProductsWithTheLabelCountTogether() {
        story.rule("r1", PCI, "concurrency", "{\"maximum\":1,\"per\":\"rule\"}")
                .labelled("api", Map.of("pci", "yes"))
                .labelled("pay", Map.of("tier", "1"))
                .started("web", "1", "production");
        assertThat(codes("api")).as("one without the label runs").isEmpty();

        story.started("pay", "1", "production");
        assertThat(codes("api")).containsExactly("DEPLOYMENT_IN_PROGRESS");

        story.labelled("pay", Map.of("tier", "2"));
        assertThat(codes("api")).isEmpty();
        story.poison("dr", "product.labelled", "pay");
        assertThat(codes("api"))
                .as("what it is labelled is not known, so it counts")
                .containsExactly("DEPLOYMENT_IN_PROGRESS");
    }

    @Test
    void aConditionMayAskForLabels() {
        story.rule(
                        "r1",
                        Scope.EVERYWHERE,
                        "expression",
                        "{\"condition\":\"!('tier' in product_labels) ||"
                                + " product_labels.tier != '1'\"}")
                .labelled("api", Map.of("tier", "1"))
                .labelled("web", Map.of("tier", "2"));

        assertThat(codes("api")).containsExactly("POLICY_ERROR");
        assertThat(codes("web")).isEmpty();
        assertThat(codes("unlabelled")).isEmpty();
    }

    @Test
    void whereTheLabelsCannotBeReadNothingPasses() {
        story.rule("r1", PCI, "dr_required", "{}").poison("dr", "product.labelled", "api");

        assertThat(codes("api")).containsExactly("POLICY_ERROR");
        assertThat(codes("web")).as("another product is not held up").isEmpty();
    }

    private List<String> codes(String product) {
        return failed(product, "production");
    }

    private List<String> failed(String product, String environment) {
        var judgement = story.judge(product, "1", environment);
        var failed = judgement.findings().stream().filter(Gate::failed).map(Finding::code).toList();
        assertThat(judgement.allowed()).isEqualTo(failed.isEmpty());
        return failed;
    }

    private static Scope labelled(List<String> labels) {
        return new Scope(List.of(), labels, List.of(), List.of());
    }
}
