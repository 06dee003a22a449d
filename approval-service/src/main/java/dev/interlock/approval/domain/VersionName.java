package dev.interlock.approval.domain;

/** A version of a product, by folded names. */
public record VersionName(String product, String version) {

    /** Of its stream; unambiguous for any two names. */
    public String id() {
        return escaped(product) + "@" + escaped(version);
    }

    @Override
    public String toString() {
        return product + " " + version;
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("@", "%40");
    }
}
