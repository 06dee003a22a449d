package dev.interlock.dr.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.events.Contents.Slot;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    private static final Item API = new Item("api", "1.0.0", List.of(), 1);
    private static final Item WEB = new Item("web", "2.0.0", List.of("production"), 2);
    private static final Slot QA = slot("qa", null);

    @Test
    void orderThatMeansNothingChangesNothing() {
        var one = new Contents(List.of(API, WEB), List.of("a", "b"), List.of(QA, slot("x", null)));
        var other =
                new Contents(List.of(WEB, API), List.of("b", "a"), List.of(slot("x", null), QA));
        assertThat(ContentHash.of(one)).isEqualTo(ContentHash.of(other));
    }

    @Test
    void everyChangeOfMeaningChangesIt() {
        var contents = new Contents(List.of(API), List.of("production"), List.of(QA));
        assertThat(
                        List.of(
                                contents,
                                new Contents(List.of(WEB), List.of("production"), List.of(QA)),
                                new Contents(List.of(API, WEB), List.of("production"), List.of(QA)),
                                new Contents(List.of(API), List.of("staging"), List.of(QA)),
                                new Contents(List.of(API), List.of("production"), List.of()),
                                new Contents(
                                        List.of(API),
                                        List.of("production"),
                                        List.of(slot("qa", "production"))),
                                new Contents(
                                        List.of(new Item("api", "1.0.0", List.of(), 2)),
                                        List.of("production"),
                                        List.of(QA))))
                .extracting(ContentHash::of)
                .doesNotHaveDuplicates();
    }

    @Test
    void itIsTheHashOfTheCanonicalText() {
        var contents = new Contents(List.of(API), List.of("production"), List.of());
        assertThat(ContentHash.of(contents))
                .isEqualTo(
                        ContentHash.sha256(
                                """
                                {"environments":["production"],"items":[{"environments":[],\
                                "order_group":1,"product":"api","version":"1.0.0"}],"slots":[]}"""));
    }

    @Test
    void canonicalTextEscapesAsLittleAsItMust() {
        assertThat(CanonicalJson.of(Map.of("b", List.of("\"\\\n\u0001é€", true, 7), "a", 1)))
                .isEqualTo("{\"a\":1,\"b\":[\"\\\"\\\\\\n\\u0001é€\",true,7]}");
    }

    private static Slot slot(String id, @Nullable String environment) {
        return new Slot(id, "qa", List.of(), 1, environment, false, true);
    }
}
