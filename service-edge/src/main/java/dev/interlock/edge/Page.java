package dev.interlock.edge;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * One page of a list. Pages are told apart by the key of their last item, so a list that grows
 * meanwhile neither repeats nor leaves out what was there before.
 *
 * @param nextCursor where the next page begins; null on the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    private static final int USUAL = 50;
    private static final int LARGEST = 200;

    /**
     * Of a list with the newest first.
     *
     * @param before only what is older than this position
     * @param limit at most 200
     */
    public record Window(long before, int limit) {

        /**
         * @throws Problem 422 for a limit out of range, or a cursor that was not given by us
         */
        public static Window of(@Nullable Integer limit, @Nullable String cursor) {
            int size = Page.limit(limit, USUAL, LARGEST);
            return new Window(
                    cursor == null ? Long.MAX_VALUE : Cursor.number(Cursor.parts(cursor, 1).get(0)),
                    size);
        }
    }

    /**
     * Of a list in the order of names.
     *
     * @param list what the list is called: a cursor of another is refused
     * @param after only what comes behind this name; empty at the beginning
     * @param limit at most 200
     */
    public record Names(String list, String after, int limit) {

        /**
         * @throws Problem 422 for a limit out of range, or a cursor that this list has not given
         */
        public static Names of(String list, @Nullable Integer limit, @Nullable String cursor) {
            int size = Page.limit(limit, USUAL, LARGEST);
            if (cursor == null) {
                return new Names(list, "", size);
            }
            var parts = Cursor.parts(cursor, 2);
            if (!parts.getFirst().equals(list)) {
                throw Cursor.unknown();
            }
            return new Names(list, parts.getLast(), size);
        }
    }

    /**
     * How many items a page shall hold.
     *
     * @throws Problem 422 for less than one or more than the largest
     */
    public static int limit(@Nullable Integer asked, int usual, int largest) {
        int size = asked == null ? usual : asked;
        if (size < 1 || size > largest) {
            throw Problem.invalid("?limit", "is " + size + " (expected: 1 to " + largest + ")");
        }
        return size;
    }

    /**
     * @param found one more than the window holds if there is a next page
     */
    public static <T> ResponseEntity<Page<T>> answer(
            List<T> found, Window window, ToLongFunction<T> position) {
        return answer(
                found,
                window.limit(),
                last -> Cursor.of(Long.toString(position.applyAsLong(last))));
    }

    /**
     * @param found one more than the window holds if there is a next page
     */
    public static <T> ResponseEntity<Page<T>> answer(
            List<T> found, Names window, Function<T, String> name) {
        return answer(found, window.limit(), last -> Cursor.of(window.list(), name.apply(last)));
    }

    /**
     * @param found one more than {@code limit} if there is a next page
     * @param cursor behind an item
     */
    public static <T> ResponseEntity<Page<T>> answer(
            List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return ResponseEntity.ok(new Page<>(List.copyOf(found), null));
        }
        var items = List.copyOf(found.subList(0, limit));
        var next = cursor.apply(items.getLast());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + here(next) + ">; rel=\"next\"")
                .body(new Page<>(items, next));
    }

    /** The current request's path and query, at another page: the same through the gateway. */
    private static String here(String cursor) {
        var request = ServletUriComponentsBuilder.fromCurrentRequest();
        var uri = request.replaceQueryParam("cursor", cursor).build().toUri();
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
