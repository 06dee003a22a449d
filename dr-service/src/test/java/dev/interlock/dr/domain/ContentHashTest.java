package dev.interlock.dr.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.events.Contents.Slot;
import dev.interlock.dr.events.Contents.Step;
import dev.interlock.dr.events.Contents.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    void everyTermOfASlotAndEveryFieldOfAStepChangesIt() {
        var step = new Step("s", "pre", "Back up", "manual", true, null, null, null, null);
        var noon = Instant.parse("2026-11-30T12:00:00Z");
        assertThat(
                        Stream.of(
                                on(Terms.USUAL),
                                on(new Terms(2, List.of(), false, null, false)),
                                on(new Terms(1, List.of("dba"), false, null, false)),
                                on(new Terms(1, List.of(), true, null, false)),
                                on(new Terms(1, List.of(), false, Duration.ofDays(7), false)),
                                on(new Terms(1, List.of(), false, null, true)),
                                with(step),
                                with(
                                        new Step(
                                                "t", "pre", "Back up", "manual", true, null, null,
                                                null, null)),
                                with(
                                        new Step(
                                                "s", "post", "Back up", "manual", true, null, null,
                                                null, null)),
                                with(
                                        new Step(
                                                "s", "pre", "Look", "manual", true, null, null,
                                                null, null)),
                                with(
                                        new Step(
                                                "s",
                                                "pre",
                                                "Back up",
                                                "evidence",
                                                true,
                                                null,
                                                null,
                                                null,
                                                null)),
                                with(
                                        new Step(
                                                "s", "pre", "Back up", "manual", false, null, null,
                                                null, null)),
                                with(
                                        new Step(
                                                "s", "pre", "Back up", "manual", true, "api", null,
                                                null, null)),
                                with(
                                        new Step(
                                                "s",
                                                "pre",
                                                "Back up",
                                                "manual",
                                                true,
                                                null,
                                                "production",
                                                null,
                                                null)),
                                with(
                                        new Step(
                                                "s", "pre", "Back up", "manual", true, null, null,
                                                "sre", null)),
                                with(
                                        new Step(
                                                "s", "pre", "Back up", "manual", true, null, null,
                                                null, noon))))
                .extracting(ContentHash::of)
                .doesNotHaveDuplicates();
    }

    /** Else every approval given before terms and steps existed would be void. */
    @Test
    void usualTermsAndNoStepsAreAsIfTheyHadNeverBeenThoughtOf() {
        var before = new Contents(List.of(API), List.of("production"), List.of(QA));
        assertThat(on(Terms.USUAL)).isEqualTo(before);
        assertThat(ContentHash.of(on(Terms.USUAL))).isEqualTo(ContentHash.of(before));
    }

    private static Contents on(Terms terms) {
        var slot = new Slot("qa", "qa", List.of(), 1, null, false, true, terms);
        return new Contents(List.of(API), List.of("production"), List.of(slot));
    }

    private static Contents with(Step step) {
        return new Contents(List.of(API), List.of("production"), List.of(QA), List.of(step));
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
