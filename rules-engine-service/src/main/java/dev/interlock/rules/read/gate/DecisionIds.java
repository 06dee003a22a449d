package dev.interlock.rules.read.gate;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Ids that sort by time, so that the log's index grows at its end. */
@Component
public class DecisionIds {

    private static final HexFormat HEX = HexFormat.of();
    private final SecureRandom random = new SecureRandom();

    public String next(Instant now) {
        return "dec_"
                + HEX.toHexDigits(now.toEpochMilli(), 12)
                + HEX.toHexDigits(random.nextLong())
                + HEX.toHexDigits((short) random.nextInt());
    }
}
