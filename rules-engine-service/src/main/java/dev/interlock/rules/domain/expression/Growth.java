package dev.interlock.rules.domain.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What would make sizes grow without bound. Turns of loops are counted when a condition is asked,
 * sizes are not: a loop that joins what it goes through with itself doubles it, and a loop round
 * that doubles it again. So whatever puts values together may name what loops go through once at
 * most; then nothing is larger than the facts and the text of the condition make it.
 */
final class Growth {

    private static final Set<String> JOINS =
            Set.of("add_string", "add_bytes", "add_list", "add_dyn");

    private final CelAbstractSyntaxTree condition;
    private final Set<String> loopVariables = new HashSet<>();
    private final Set<String> results = new HashSet<>();
    private final Set<Long> ofMacros = new HashSet<>();

    private Growth(CelAbstractSyntaxTree condition) {
        this.condition = condition;
    }

    /** One line for each place; empty if all sizes are bounded. */
    static List<String> faults(CelAbstractSyntaxTree condition) {
        return new Growth(condition).faults();
    }

    private List<String> faults() {
        var nodes = CelNavigableAst.fromAst(condition).getRoot().allNodes().toList();
        for (var node : nodes) {
            if (node.getKind() == Kind.COMPREHENSION) {
                var loop = node.expr().comprehension();
                loopVariables.add(loop.iterVar());
                loopVariables.add(loop.iterVar2());
                results.add(loop.accuVar());
            }
        }
        nodes.forEach(node -> collectedByMacro(node.expr()));
        return nodes.stream()
                .filter(node -> putsTogether(node.expr()) && !ofMacros.contains(node.id()))
                .filter(node -> loopVariablesIn(node) > 1)
                .map(this::fault)
                .toList();
    }

    /** {@code map} and {@code filter} add each element to their result: as many as there are. */
    private void collectedByMacro(CelExpr expression) {
        if (expression.getKind() == Kind.CALL && expression.call().args().size() == 2) {
            var first = expression.call().args().getFirst();
            if (first.getKind() == Kind.IDENT && results.contains(first.ident().name())) {
                ofMacros.add(expression.id());
                ofMacros.add(expression.call().args().getLast().id());
            }
        }
    }

    private boolean putsTogether(CelExpr expression) {
        return switch (expression.getKind()) {
            case LIST, MAP, STRUCT -> true;
            case CALL ->
                    condition
                            .getReference(expression.id())
                            .map(r -> r.overloadIds().stream().anyMatch(JOINS::contains))
                            .orElse(false);
            case CONSTANT, IDENT, SELECT, COMPREHENSION, NOT_SET -> false;
        };
    }

    private long loopVariablesIn(CelNavigableExpr node) {
        return node.allNodes()
                .filter(n -> n.getKind() == Kind.IDENT)
                .filter(n -> loopVariables.contains(n.expr().ident().name()))
                .count();
    }

    private String fault(CelNavigableExpr node) {
        var where =
                Optional.ofNullable(condition.getSource().getPositionsMap().get(node.id()))
                        .flatMap(condition.getSource()::getOffsetLocation)
                        .map(
                                at ->
                                        "line %d, column %d: "
                                                .formatted(at.getLine(), at.getColumn() + 1))
                        .orElse("");
        return where
                + "puts together what loops go through more than once (expected: once at most, so"
                + " that sizes are bounded)";
    }
}
