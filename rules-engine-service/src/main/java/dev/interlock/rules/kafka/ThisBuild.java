package dev.interlock.rules.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.dataformat.cbor.CBORMapper;

/** What tells one build of the code that makes a world of events from every other. */
final class ThisBuild {

    private static final String[] CODE = {"rules", "contracts", "eventstream"};

    private ThisBuild() {}

    /** Lower-case hex SHA-256 of the classes; the same in every process of a build. */
    static String fingerprint() {
        var classes = new TreeMap<String, Resource>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (var part : CODE) {
                var root = "dev/interlock/" + part + "/";
                for (var each : resolver.getResources("classpath*:" + root + "**/*.class")) {
                    var url = each.getURL().toString();
                    classes.put(url.substring(url.lastIndexOf(root)), each);
                }
            }
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(new CBORMapper().version().toString().getBytes());
            for (var each : classes.entrySet()) {
                digest.update(each.getKey().getBytes());
                digest.update(each.getValue().getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read its own classes", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
