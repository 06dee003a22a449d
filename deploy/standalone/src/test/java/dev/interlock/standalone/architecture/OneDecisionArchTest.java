package dev.interlock.standalone.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.interlock.standalone.architecture.Architecture.failsOn;
import static dev.interlock.standalone.architecture.Architecture.holds;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.rules.domain.gate.Gate;
import dev.interlock.rules.domain.gate.Judgement;
import dev.interlock.rules.domain.rule.Rule;
import dev.interlock.rules.domain.rule.RuleKind;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One function decides whether something may go; this is everybody who asks it. */
class OneDecisionArchTest {

    private static final String GATE = "dev.interlock.rules.domain.gate";
    private static final String RULE = "dev.interlock.rules.domain.rule";

    private static final ArchRule ONLY_THE_GATE_JUDGES_RULES =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(GATE, RULE)
                    .should()
                    .callMethodWhere(
                            target(name("judge"))
                                    .and(
                                            targetOwner(
                                                    assignableTo(RuleKind.class)
                                                            .or(equivalentTo(Rule.class)))))
                    .because("what applies, pools and counts together is decided in one place");

    private static final ArchRule ONLY_THE_GATE_MAKES_JUDGEMENTS =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(Gate.class.getName())
                    .should()
                    .callConstructorWhere(targetOwner(equivalentTo(Judgement.class)))
                    .because("there is no second implementation of the decision");

    /** What stands against a target before the gate is asked turns its answer into a refusal. */
    private static final ArchRule DECISIONS_COME_FROM_JUDGEMENTS =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.interlock.rules.read.gate.GateAnswers")
                    .and()
                    .doNotHaveFullyQualifiedName("dev.interlock.dr.domain.GateBlocks")
                    .should()
                    .callConstructorWhere(targetOwner(equivalentTo(GateDecision.class)))
                    .because("what is answered is what was judged");

    private static final ArchRule OTHERS_DO_NOT_KNOW_RULES =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.interlock.rules..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("dev.interlock.rules.domain.."))
                    .because("other services ask, they do not decide");

    /** Check and start; replay; list; backtest; and how far a deployment request is. */
    @Test
    void theseAskTheGate() {
        assertThat(
                        Architecture.PRODUCT.get(Gate.class).getMethods().stream()
                                .filter(method -> method.getName().equals("decide"))
                                .flatMap(method -> method.getAccessesToSelf().stream())
                                .map(access -> outermost(access.getOriginOwner()).getName())
                                .map(name -> name.substring("dev.interlock.rules.".length()))
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "read.gate.GateKeeper",
                        "read.gate.DecisionReplay",
                        "read.candidates.CandidatesApi",
                        "read.backtest.Backtests",
                        "domain.gate.Readiness");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(OneDecisionArchTest::outermost).orElse(type);
    }

    @Test
    void onlyTheGateJudgesRules() {
        holds(ONLY_THE_GATE_JUDGES_RULES);
        failsOn(ONLY_THE_GATE_JUDGES_RULES, dev.interlock.dr.planted.DecidesItself.class);
    }

    @Test
    void onlyTheGateMakesJudgements() {
        holds(ONLY_THE_GATE_MAKES_JUDGEMENTS);
        failsOn(ONLY_THE_GATE_MAKES_JUDGEMENTS, dev.interlock.dr.planted.DecidesItself.class);
    }

    @Test
    void decisionsComeFromJudgements() {
        holds(DECISIONS_COME_FROM_JUDGEMENTS);
        failsOn(DECISIONS_COME_FROM_JUDGEMENTS, dev.interlock.dr.planted.DecidesItself.class);
    }

    @Test
    void othersDoNotKnowRules() {
        holds(OTHERS_DO_NOT_KNOW_RULES);
        failsOn(OTHERS_DO_NOT_KNOW_RULES, dev.interlock.dr.planted.DecidesItself.class);
    }
}
