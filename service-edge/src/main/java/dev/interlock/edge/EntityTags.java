package dev.interlock.edge;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Revisions as ETags: {@code "3"}. */
public final class EntityTags {

    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,9})\"");
    private static final Pattern ANY_TAG = Pattern.compile("(W/)?\"[^\"]*\"");

    /** No revision has it: a well-formed tag that is not one of ours matches nothing. */
    private static final int NONE = 0;

    private EntityTags() {}

    public static String of(int revision) {
        return "\"" + revision + "\"";
    }

    /**
     * The revision an {@code If-Match} asks for; null for whichever it is.
     *
     * @throws Problem 400 for what is no entity tag
     */
    public static @Nullable Integer expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var strong = STRONG.matcher(ifMatch.strip());
        if (strong.matches()) {
            return Integer.valueOf(strong.group(1));
        }
        if (ANY_TAG.matcher(ifMatch.strip()).matches()) {
            return NONE;
        }
        throw Problem.of(
                400, "MALFORMED_HEADER", "If-Match: expected one ETag such as \"3\", or *");
    }

    /**
     * As {@link #expected}, for what must not be done without looking.
     *
     * @throws Problem 428 without the header
     */
    public static @Nullable Integer required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                    428,
                    "PRECONDITION_REQUIRED",
                    "If-Match is required: send the ETag of the revision you have seen");
        }
        return expected(ifMatch);
    }
}
