package dev.interlock.dr.http;

import dev.interlock.edge.Problem;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * One page of a list, newest first.
 *
 * @param nextCursor where the next page begins; null on the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    private static final int LARGEST = 200;

    /**
     * @param before only what is older than this position
     * @param limit at most 200
     */
    public record Window(long before, int limit) {

        /**
         * @throws Problem 422 for a limit out of range, or a cursor that was not given by us
         */
        public static Window of(@Nullable Integer limit, @Nullable String cursor) {
            int size = limit == null ? 50 : limit;
            if (size < 1 || size > LARGEST) {
                throw Problem.invalid("?limit", "is " + size + " (expected: 1 to " + LARGEST + ")");
            }
            return new Window(cursor == null ? Long.MAX_VALUE : position(cursor), size);
        }

        private static long position(String cursor) {
            try {
                long position = Long.parseLong(cursor);
                if (position >= 0) {
                    return position;
                }
            } catch (NumberFormatException e) {
                // answered below
            }
            throw Problem.invalid("?cursor", "is not a cursor of this list");
        }
    }

    /**
     * @param found one more than the window holds if there is a next page
     */
    public static <T> ResponseEntity<Page<T>> answer(
            List<T> found, Window window, ToLongFunction<T> position) {
        if (found.size() <= window.limit()) {
            return ResponseEntity.ok(new Page<>(found, null));
        }
        var items = found.subList(0, window.limit());
        var cursor = Long.toString(position.applyAsLong(items.getLast()));
        var request = ServletUriComponentsBuilder.fromCurrentRequest();
        var uri = request.replaceQueryParam("cursor", cursor).build().toUri();
        var next = uri.getRawPath() + "?" + uri.getRawQuery();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
                .body(new Page<>(List.copyOf(items), cursor));
    }
}
