package dev.interlock.dr.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @Test
    void spellingsOfOneNameAreOne() {
        assertThat(Names.environment(" Production ")).isEqualTo("production");
        assertThat(Names.product("ＡＰＩ-Service")).isEqualTo("api-service");
        assertThat(Names.product("\u00a0api ")).isEqualTo("api");
    }

    @Test
    void aVersionKeepsItsCase() {
        assertThat(Names.version(" 1.0.0-RC1 ")).isEqualTo("1.0.0-RC1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\u0000b", "a\u200bb", "a\u2028b", "\ud800"})
    void whatCannotBeReadIsRefused(String name) {
        assertThat(Names.objection(name, 100)).isPresent();
    }

    @Test
    void lengthCountsCharacters() {
        assertThat(Names.objection("😀".repeat(100), 100)).isEmpty();
        assertThat(Names.objection("a".repeat(101), 100)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a@b"})
    void separatorsAreNoPartOfAnEnvironment(String name) {
        assertThat(Names.environmentObjection(name)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"a@b,c", "a,b@c", "a%40b,c"})
    void pairsAreUnambiguous(String first, String second) {
        assertThat(Pair.id(first, second).chars().filter(c -> c == '@').count()).isEqualTo(1);
        assertThat(Pair.id("a@b", "c")).isNotEqualTo(Pair.id("a", "b@c"));
        assertThat(Pair.id("a@b", "c")).isNotEqualTo(Pair.id("a%40b", "c"));
    }

    @ParameterizedTest
    @CsvSource({"prodution,production", "stagging,staging", "prod,"})
    void theNearestNameIsTheOneProbablyMeant(String name, String nearest) {
        assertThat(NearestName.of(name, List.of("production", "staging")).orElse(null))
                .isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,true",
        "America/Argentina/Buenos_Aires,true",
        "UTC,true",
        "europe/berlin,false",
        "CET,false",
        "Etc/GMT+5,false",
        "+02:00,false",
        "SystemV/EST5,false"
    })
    void aZoneIsAnAreaAndACity(String zone, boolean valid) {
        assertThat(Zones.valid(zone)).isEqualTo(valid);
    }
}
