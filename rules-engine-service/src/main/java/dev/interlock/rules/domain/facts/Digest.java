package dev.interlock.rules.domain.facts;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A digest as someone wrote it. There are as many as versions, so one of 256 bits is kept as such:
 * in 48 bytes, where its text takes 112.
 */
public sealed interface Digest {

    /** Gives back by {@code toString} the same text, to the letter. */
    static Digest of(String text) {
        var prefix = text.startsWith(Bits.PREFIX) ? Bits.PREFIX : "";
        var hex = text.substring(prefix.length());
        if (!Bits.HEX.matcher(hex).matches()) {
            return new Text(text);
        }
        var bits = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        return new Bits(
                !prefix.isEmpty(), bits.getLong(), bits.getLong(), bits.getLong(), bits.getLong());
    }

    /**
     * 256 bits in lower-case hexadecimal.
     *
     * @param named does it say which digest it is?
     */
    record Bits(boolean named, long first, long second, long third, long fourth) implements Digest {

        private static final String PREFIX = "sha256:";
        private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

        @Override
        public String toString() {
            var hex = HexFormat.of();
            return (named ? PREFIX : "")
                    + hex.toHexDigits(first)
                    + hex.toHexDigits(second)
                    + hex.toHexDigits(third)
                    + hex.toHexDigits(fourth);
        }
    }

    /** Any other. */
    record Text(String text) implements Digest {

        @Override
        public String toString() {
            return text;
        }
    }
}
