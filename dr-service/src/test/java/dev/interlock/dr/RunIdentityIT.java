package dev.interlock.dr;

import static dev.interlock.dr.RunningService.ANN;
import static dev.interlock.dr.RunningService.PIPELINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.gate.DecisionRequest;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.dr.RunningService.Reply;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.eventstore.Entities;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ResolvableType;

/** A run is one, whichever of its environment's names its reports use. */
class RunIdentityIT {

    private static StandInServices others;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        others = new StandInServices();
        service = new RunningService(others);
        var body =
                """
                {"name":"production","type":"production","mode":"enforce","aliases":["live","prod"]}""";
        assertThat(service.post("/v1/environments", body, ANN).status()).isEqualTo(201);
        others.decide(question -> Optional.of(allow(question)));
    }

    @AfterAll
    static void stop() {
        service.close();
        others.close();
    }

    @ParameterizedTest
    @CsvSource({
        "live, production, completed",
        "production, live, completed",
        "live, prod, failed",
        "production, '  LIVE ', aborted",
        "'Production ', production, completed"
    })
    void theEndOfARunIsItsOwnUnderAnyNameOfItsEnvironment(
            String startedAs, String endedAs, String end) {
        var product = product(startedAs, endedAs, end);
        var started = report(product, startedAs, "started", true);
        assertThat(started.status()).as(started.raw().body()).isEqualTo(200);

        var ended = report(product, endedAs, end, true);

        assertThat(id(ended)).isEqualTo(id(started));
        var all = service.get("/v1/deployments?product=" + product, ANN).body().path("items");
        assertThat(all.size()).as("no second, ungated deployment: %s", all).isEqualTo(1);
        assertThat(all.path(0).path("status").asString()).isEqualTo(end);
        assertThat(all.path(0).path("environment").asString()).isEqualTo("production");
        assertThat(lane(product).running()).as("the lane is free").isEmpty();
    }

    @Test
    void aStartDeliveredAgainUnderAnAliasIsTheSameStart() {
        var started = report("again", "production", "started", true);
        var again = report("again", "live", "started", true);
        assertThat(again.text("outcome")).isEqualTo("replayed");
        assertThat(id(again)).isEqualTo(id(started));
    }

    /** Reports of a gateway, and events of a time, that knew runs by the spelling alone. */
    @Test
    void aRunStartedBeforeAnUpgradeEndsAfterIt() {
        var started = report("upgraded", "live", "started", false);

        var again = report("upgraded", "live", "started", true);
        assertThat(id(again)).isEqualTo(id(started));
        assertThat(again.text("outcome")).isEqualTo("replayed");
        var failed = report("upgraded", "live", "failed", true);

        assertThat(id(failed)).isEqualTo(id(started));
        assertThat(lane("upgraded").running()).isEmpty();
    }

    @Test
    void aRunAnnouncedBeforeAnUpgradeStartsAfterIt() {
        var announced = report("announced", "live", "pending", false);

        assertThat(id(report("announced", "live", "pending", true))).isEqualTo(id(announced));
        assertThat(id(report("announced", "live", "started", true))).isEqualTo(id(announced));
        assertThat(lane("announced").running()).hasSize(1);
    }

    @Test
    void anotherRunEndsNothingOfThisOne() {
        var started = report("two-runs", "live", "started", true);
        var other =
                report(
                        "two-runs",
                        "production",
                        "failed",
                        "18@production",
                        ",\"lane_run\":\"18\",\"lane_run_key\":\"18-failed\"");
        assertThat(id(other)).isNotEqualTo(id(started));
        assertThat(lane("two-runs").running()).hasSize(1);
    }

    @Test
    void aNativeStartUnderAnAliasIsTheSameStart() {
        var started = startNatively("native", "production");
        assertThat(started.status()).isEqualTo(201);
        var again = startNatively("native", " Live");
        assertThat(again.status()).as(again.raw().body()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(started.text("id"));

        var id = started.text("id");
        assertThat(service.post("/v1/deployments/" + id + "/complete", "", PIPELINE).status())
                .isEqualTo(200);
        assertThat(startNatively("native", "prod").text("status")).isEqualTo("completed");
    }

    private static Reply startNatively(String product, String environment) {
        return service.post(
                "/v1/deployments",
                """
                {"product":"%s","version":"1.0.0","environment":"%s","invoke_id":"17"}"""
                        .formatted(product, environment),
                PIPELINE);
    }

    /**
     * @param lane false for a gateway that knows the run by the spelling of its environment alone
     */
    private static Reply report(String product, String environment, String status, boolean lane) {
        var anywhere = ",\"lane_run\":\"17\",\"lane_run_key\":\"17-%s\"".formatted(status);
        return report(product, environment, status, "17@" + environment, lane ? anywhere : "");
    }

    private static Reply report(
            String product, String environment, String status, String run, String more) {
        return service.post(
                "/internal/deployment-reports",
                """
                {"product_name":"%s","version":"1.0.0","environment_name":"%s","status":"%s",
                 "skip_preflight_checks":false,"extra_metadata":{},"run_key":"%s","run":"%s",
                 "invoke_id":"17","max_wait_millis":0%s}"""
                        .formatted(product, environment, status, run + status, run, more),
                PIPELINE);
    }

    private static String id(Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        return reply.body().path("deployment").path("id").asString();
    }

    private static String product(String... parts) {
        return String.join("-", parts).toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    @SuppressWarnings("unchecked")
    private static Lane lane(String product) {
        var type = ResolvableType.forClassWithGenerics(Entities.class, Lane.class, LaneEvent.class);
        var lanes = (Entities<Lane, LaneEvent>) service.bean(type);
        return lanes.load(Pair.id(product, "production"));
    }

    private static GateDecision allow(DecisionRequest question) {
        return Decisions.allow(
                question.product(),
                question.version(),
                question.environment(),
                lane(question.product()).revision());
    }
}
