package dev.interlock.dr;

import static dev.interlock.dr.RunningService.ANN;
import static dev.interlock.dr.RunningService.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.RunningService.Reply;
import java.io.IOException;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a product is, said by who may write rules. */
class ProductLabelsIT {

    private static StandInServices others;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        others = new StandInServices();
        service = new RunningService(others);
    }

    @AfterAll
    static void stop() {
        service.close();
        others.close();
    }

    @Test
    void labelsAreReplacedAndFolded() {
        register("till");
        var first = label("Till", "{\"labels\":{\"In-Scope\":\"Yes\",\"tier\":\" 1 \"}}");
        assertThat(first.status()).as(first.raw().body()).isEqualTo(200);
        assertThat(first.text("name")).isEqualTo("till");
        assertThat(first.body().path("labels").toString())
                .isEqualTo("{\"in_scope\":\"Yes\",\"tier\":\"1\"}");
        assertThat(first.header("Interlock-Position")).isPresent();

        label("till", "{\"labels\":{\"tier\":\"2\"}}");

        var known = service.get("/v1/products/TILL", ANN);
        assertThat(known.status()).isEqualTo(200);
        assertThat(known.text("id")).isEqualTo(first.text("id"));
        assertThat(known.body().path("labels").toString()).isEqualTo("{\"tier\":\"2\"}");
        assertThat(service.get("/v1/products", ANN).body().path("items").toString())
                .contains("\"labels\":{\"tier\":\"2\"}");
    }

    @Test
    void theSameLabelsAgainAreNoEvent() {
        register("again");
        var first = label("again", "{\"labels\":{\"tier\":\"1\"}}");
        assertThat(label("again", "{\"labels\":{\"tier\":\"1\"}}").header("Interlock-Position"))
                .isEqualTo(first.header("Interlock-Position"));
        var none = label("again", "{\"labels\":{}}");
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.body().path("labels").isEmpty()).isTrue();
    }

    @Test
    void aProductIsRegisteredOnceAndMayHaveLabelsFromTheBeginning() {
        var body = "{\"name\":\" New \",\"labels\":{\"tier\":\"1\"}}";
        var made = service.post("/v1/products", body, ANN);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(made.header("Location")).contains("/v1/products/new");
        assertThat(made.body().path("labels").toString()).isEqualTo("{\"tier\":\"1\"}");
        assertThat(service.get("/v1/products/new", ANN).body().path("labels"))
                .isEqualTo(made.body().path("labels"));

        var again = service.post("/v1/products", "{\"name\":\"NEW\"}", ANN);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("PRODUCT_EXISTS");
        assertThat(service.post("/v1/products", "{\"labels\":{}}", ANN).status()).isEqualTo(422);
        assertThat(service.post("/v1/products", "{\"name\":\"x\"}", BOB).status()).isEqualTo(403);
    }

    @Test
    void aProductNobodyHasHeardOfIsATypingError() {
        var reply = label("unherd-of", "{\"labels\":{\"tier\":\"1\"}}");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(service.get("/v1/products/unherd-of", ANN).status()).isEqualTo(404);
    }

    @Test
    void aBuildOfALabelledProductLeavesItsLabelsAlone() {
        register("built");
        label("built", "{\"labels\":{\"tier\":\"1\"}}");
        var build = "{\"product\":\"built\",\"version\":\"1\",\"status\":\"completed\"}";
        assertThat(service.post("/v1/builds", build, ANN).status()).isLessThan(300);
        assertThat(service.get("/v1/products/built", ANN).body().path("labels").toString())
                .isEqualTo("{\"tier\":\"1\"}");
    }

    @Test
    void onlyWhoMayWriteRulesDecidesWhichOfThemHold() {
        var body = "{\"labels\":{}}";
        var refused = service.send("PUT", "/v1/products/till/labels", body, BOB);
        assertThat(refused.status()).isEqualTo(403);
        var others = EnumSet.complementOf(EnumSet.of(Permission.RULE_WRITE));
        var everythingElse = RunningService.person("usr_else", others);
        assertThat(service.send("PUT", "/v1/products/till/labels", body, everythingElse).status())
                .isEqualTo(403);
        assertThat(service.get("/v1/products/unheard-of", ANN).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                    | /labels
                    {"labels":null}                       | /labels
                    {"labels":{"1st":"x"}}                | /labels/1st
                    {"labels":{"tier":""}}                | /labels/tier
                    {"labels":{"tier":null}}              | /labels/tier
                    {"labels":{"tier":"a\\nb"}}           | /labels/tier
                    {"labels":{"a-b":"1","a_b":"2"}}      | /labels/a_b
                    {"labels":{"tier":{"x":"y"}}}         | /labels/tier
                    {"labels":["tier"]}                   | /labels
                    {"labels":{},"colour":"red"}          | /colour
                    """)
    void badLabelsAreNamedAndChangeNothing(String body, String pointer) {
        register("kept");
        label("kept", "{\"labels\":{\"tier\":\"1\"}}");

        var reply = label("kept", body);

        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(422);
        assertThat(reply.body().path("errors").findValuesAsString("pointer")).contains(pointer);
        assertThat(service.get("/v1/products/kept", ANN).body().path("labels").toString())
                .isEqualTo("{\"tier\":\"1\"}");
    }

    /** Whether it is known already or not. */
    private static void register(String product) {
        service.post("/v1/products", "{\"name\":\"" + product + "\"}", ANN);
    }

    private static Reply label(String product, String body) {
        return service.send("PUT", "/v1/products/" + product + "/labels", body, ANN);
    }
}
