package dev.interlock.rules.domain.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule applies, or a freeze stops deployments: where all four agree. Empty = all.
 *
 * @param products folded names, sorted
 * @param productLabels {@code name} or {@code name:value}, sorted; one of them will do
 * @param environments folded names or aliases, sorted
 * @param environmentTypes sorted
 */
public record Scope(
        List<String> products,
        List<String> productLabels,
        List<String> environments,
        List<String> environmentTypes) {

    public static final Scope EVERYWHERE = new Scope(List.of(), List.of(), List.of());

    public Scope {
        products = List.copyOf(products);
        productLabels = List.copyOf(productLabels);
        environments = List.copyOf(environments);
        environmentTypes = List.copyOf(environmentTypes);
    }

    /** Whatever the labels. */
    public Scope(List<String> products, List<String> environments, List<String> environmentTypes) {
        this(products, List.of(), environments, environmentTypes);
    }

    /**
     * @param productLabels null = all, as messages say it
     */
    public static Scope of(
            List<String> products,
            @Nullable List<String> productLabels,
            List<String> environments,
            List<String> environmentTypes) {
        return new Scope(
                products,
                productLabels == null ? List.of() : productLabels,
                environments,
                environmentTypes);
    }

    /** As messages say it: null = all. */
    public @Nullable List<String> productLabelsUnlessAll() {
        return productLabels.isEmpty() ? null : productLabels;
    }

    /**
     * @param product null = any
     * @param labels of the product; null = any, or not known
     */
    public boolean holds(
            @Nullable String product, @Nullable Labels labels, Environment environment) {
        return (product == null || products.isEmpty() || products.contains(product))
                && (labels == null
                        || productLabels.isEmpty()
                        || productLabels.stream().anyMatch(labels.words()::contains))
                && (environments.isEmpty() || environments.stream().anyMatch(environment::isCalled))
                && (environmentTypes.isEmpty() || environmentTypes.contains(environment.type()));
    }
}
