package dev.interlock.benchmarks;

import java.util.Collection;
import java.util.Locale;

/** Several measurements of one thing. */
public record Spread(double min, double median, double max) {

    public static Spread of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("values: none (expected: at least one)");
        }
        return new Spread(sorted[0], percentile(sorted, 0.5), sorted[sorted.length - 1]);
    }

    /**
     * Nearest rank.
     *
     * @param share 0.99 for the 99th percentile
     */
    public static double percentile(Collection<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return percentile(sorted, share);
    }

    private static double percentile(double[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    /** Median, and the extremes in brackets. */
    public String text(String format) {
        return String.format(
                Locale.ROOT, format + " (" + format + "–" + format + ")", median, min, max);
    }
}
