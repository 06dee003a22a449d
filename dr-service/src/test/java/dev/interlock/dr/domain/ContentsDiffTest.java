package dev.interlock.dr.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.dr.domain.ContentsDiff.Change;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.events.Contents.Slot;
import dev.interlock.dr.events.Contents.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentsDiffTest {

    private static final Item API = new Item("api", "1.0.0", List.of(), 1);
    private static final Slot QA = new Slot("qa", "qa", List.of(), 1, null, false, true);

    @Test
    void sameContentsDifferInNothing() {
        var contents = new Contents(List.of(API), List.of("production"), List.of(QA));
        assertThat(ContentsDiff.between(contents, contents)).isEmpty();
    }

    @Test
    void aNewVersionIsToldAsAStepFromOneToTheOther() {
        assertThat(changes(items(API), items(new Item("api", "1.1.0", List.of(), 1))))
                .containsExactly("api: 1.0.0 \u2192 1.1.0");
        assertThat(changes(items(API), items(new Item("api", "1.1.0", List.of("eu"), 2))))
                .containsExactly("api: 1.0.0 \u2192 1.1.0 (group 2, to eu)");
        assertThat(changes(items(API), items(new Item("api", "1.0.0", List.of(), 2))))
                .containsExactly("api 1.0.0 (group 1) is now api 1.0.0 (group 2)");
    }

    @Test
    void whatComesAndGoesIsTold() {
        var web = new Item("web", "2.0.0", List.of(), 1);
        var from = new Contents(List.of(API), List.of("eu"), List.of(QA));
        var sec = new Slot("sec", "security", List.of("security"), 2, "us", true, false);
        var to = new Contents(List.of(web), List.of("us"), List.of(sec));
        assertThat(ContentsDiff.between(from, to))
                .extracting(Change::kind, Change::change, Change::name)
                .containsExactly(
                        tuple("item", "removed", "api"),
                        tuple("item", "added", "web"),
                        tuple("environment", "removed", "eu"),
                        tuple("environment", "added", "us"),
                        tuple("slot", "removed", "qa"),
                        tuple("slot", "added", "sec"));
        assertThat(changes(from, to))
                .contains(
                        "slot sec (security, 2 of security, for us, optional, without veto) was added");
    }

    @Test
    void stepsHaveAnOrder() {
        var one = new Step("one", "pre", "First", "manual", true, null, null, null, null);
        var two = new Step("two", "post", "Then", "evidence", false, null, null, "sre", null);
        assertThat(changes(steps(one, two), steps(two, one)))
                .containsExactly("the steps are now in the order two, one");
        assertThat(changes(steps(one), steps(one, two)))
                .containsExactly("step two (post, evidence, not required, by sre): Then was added");
    }

    private static List<String> changes(Contents from, Contents to) {
        return ContentsDiff.between(from, to).stream().map(Change::sentence).toList();
    }

    private static Contents items(Item... items) {
        return new Contents(List.of(items), List.of("eu"), List.of());
    }

    private static Contents steps(Step... steps) {
        return new Contents(List.of(API), List.of("eu"), List.of(), List.of(steps));
    }
}
