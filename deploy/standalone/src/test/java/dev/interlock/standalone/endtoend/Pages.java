package dev.interlock.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A list, read as a client would: page by page, each from the link of the one before. */
final class Pages {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Pages() {}

    /** One item a page gives the same items as the fewest pages do, and there are several. */
    static void assertTheSameOneByOne(Client client, String list) {
        // what is still on its way, such as a notification, may come in between two readings
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(
                        () -> {
                            var whole = names(client, list + "?limit=200");
                            assertThat(whole).as(list).hasSizeGreaterThan(1);
                            assertThat(names(client, list + "?limit=1"))
                                    .as(list)
                                    .containsExactlyElementsOf(whole);
                        });
    }

    private static List<String> names(Client client, String first) {
        var names = new ArrayList<String>();
        var page = client.get(first).expect(200);
        page.json().path("items").forEach(item -> names.add(name(item)));
        while (page.headers().firstValue("Link").isPresent()) {
            var link = NEXT.matcher(page.headers().firstValue("Link").orElseThrow());
            assertThat(link.matches()).isTrue();
            page = client.get(link.group(1)).expect(200);
            page.json().path("items").forEach(item -> names.add(name(item)));
        }
        assertThat(page.at("/next_cursor")).as("of the last page").isEmpty();
        return names;
    }

    /** What tells an item from all others; times of use may differ. */
    private static String name(JsonNode item) {
        return item.has("id")
                ? item.path("id") + " " + item.path("version")
                : item.has("earliest_possible") // of now, for what people may answer now
                        ? item.path("product") + " " + item.path("version")
                        : item.toString();
    }
}
