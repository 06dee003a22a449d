package dev.interlock.rules.domain.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.interlock.rules.domain.facts.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A condition that was checked and compiled when it was written; the same text is the same
 * condition.
 */
public final class Condition {

    /** Characters. What is longer is no condition any more, and costs more to check. */
    public static final int LONGEST = 2_000;

    /** Turns of all loops ({@code all}, {@code exists}, {@code map}, {@code filter}) together. */
    private static final int MOST_TURNS = 1_000;

    private static final CelOptions OPTIONS =
            CelOptions.current()
                    .comprehensionMaxIterations(MOST_TURNS)
                    .maxExpressionCodePointSize(LONGEST)
                    .maxParseRecursionDepth(50)
                    .build();

    private static final CelCompiler COMPILER = compiler();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private static final Map<String, Fact> BY_VARIABLE =
            Fact.ALL.stream().collect(Collectors.toMap(Fact::variable, Function.identity()));

    /** What a text is. */
    public sealed interface Reading {

        record Readable(Condition condition) implements Reading {}

        /**
         * @param why with the line and the column, one line for each fault
         */
        record Faulty(List<String> why) implements Reading {}
    }

    /** What it says of a situation. */
    public sealed interface Outcome {

        record Holds() implements Outcome {}

        record DoesNotHold() implements Outcome {}

        /**
         * @param why one line
         */
        record Failed(String why) implements Outcome {}
    }

    private final String text;
    private final CelRuntime.Program program;

    private Condition(String text, CelRuntime.Program program) {
        this.text = text;
        this.program = program;
    }

    private static CelCompiler compiler() {
        var builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(OPTIONS)
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .setResultType(SimpleType.BOOL);
        for (var fact : Fact.ALL) {
            builder.addVar(fact.variable(), fact.type());
        }
        return builder.build();
    }

    public static Reading read(String text) {
        var checked = COMPILER.compile(text, "condition");
        if (checked.hasError()) {
            return new Reading.Faulty(
                    checked.getErrors().stream().map(Condition::fault).distinct().toList());
        }
        try {
            var growing = Growth.faults(checked.getAst());
            if (!growing.isEmpty()) {
                return new Reading.Faulty(growing);
            }
            return new Reading.Readable(
                    new Condition(text, RUNTIME.createProgram(checked.getAst())));
        } catch (CelValidationException | CelEvaluationException e) {
            return new Reading.Faulty(List.of(oneLine(e)));
        }
    }

    /** Total: whatever goes wrong is an answer too. */
    public Outcome judge(Situation situation) {
        try {
            var asked = new HashMap<String, Optional<Object>>();
            var answer =
                    program.eval(
                            name ->
                                    asked.computeIfAbsent(
                                            name,
                                            n ->
                                                    Optional.ofNullable(BY_VARIABLE.get(n))
                                                            .map(fact -> fact.in(situation))));
            if (!(answer instanceof Boolean holds)) {
                return new Outcome.Failed(missing(asked) + " is not known here");
            }
            return holds ? new Outcome.Holds() : new Outcome.DoesNotHold();
        } catch (CelEvaluationException | RuntimeException e) {
            return new Outcome.Failed(oneLine(e));
        } catch (StackOverflowError | OutOfMemoryError e) {
            // the last resort: it denies, rather than end who asks
            return new Outcome.Failed("it takes too much memory");
        }
    }

    /** The library answers with something unknown where a fact has no value. */
    private static String missing(Map<String, Optional<Object>> asked) {
        return asked.entrySet().stream()
                .filter(fact -> fact.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    public String text() {
        return text;
    }

    private static String fault(CelIssue issue) {
        var at = issue.getSourceLocation();
        return "line %d, column %d: %s"
                .formatted(
                        at.getLine(),
                        at.getColumn() + 1,
                        issue.getMessage().lines().findFirst().orElse(""));
    }

    private static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition condition && condition.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
