package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErlangReferenceTest {
    static Stream<ReferenceCases> erlangB() {
        return ReferenceCases.of("erlang-b.csv");
    }

    static Stream<ReferenceCases> erlangC() {
        return ReferenceCases.of("erlang-c.csv");
    }

    static Stream<ReferenceCases> erlangA() {
        return ReferenceCases.of("erlang-a.csv");
    }

    static Stream<ReferenceCases> extremes() {
        return ReferenceCases.of("erlang-a-extremes.csv");
    }

    static Stream<ReferenceCases> erlangX() {
        return ReferenceCases.of("erlang-x.csv");
    }

    static Stream<ReferenceCases> minimumAgents() {
        return ReferenceCases.of("minimum-agents.csv");
    }

    @ParameterizedTest
    @MethodSource
    void erlangB(ReferenceCases expected) {
        var actual = new ErlangB(expected.number("offered_erlangs"), 180).with(expected.whole("agents"));
        expected.agrees("blocking", actual.blocking());
    }

    @ParameterizedTest
    @MethodSource
    void erlangC(ReferenceCases expected) {
        var actual =
                new ErlangC(expected.number("offered_erlangs"), expected.number("aht")).with(expected.whole("agents"));
        expected.agrees("probability_of_wait", actual.probabilityOfWait());
        expected.agrees("service_level", actual.serviceLevel(ServiceLevel.offered(expected.number("within"))));
        expected.agrees("asa", actual.asaSeconds());
    }

    @ParameterizedTest
    @MethodSource
    void erlangA(ReferenceCases expected) {
        var actual = new ErlangA(
                        expected.number("offered_erlangs"), expected.number("aht"), expected.number("patience"))
                .with(expected.whole("agents"));
        expected.agrees("probability_of_wait", actual.probabilityOfWait());
        expected.agrees("abandonment", actual.abandonment());
        expected.agrees("mean_wait", actual.meanWaitSeconds());
        expected.agrees("occupancy", actual.occupancy());
        expected.agrees("service_level_offered", actual.serviceLevel(ServiceLevel.offered(expected.number("within"))));
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void erlangAHoldsFromOneToAMillionAgentsAndForAnyPatience(ReferenceCases expected) {
        var actual = new ErlangA(
                        expected.number("offered_erlangs"), expected.number("aht"), expected.number("patience"))
                .with(expected.whole("agents"));
        double within = expected.number("within");
        expected.agrees("probability_of_wait", actual.probabilityOfWait(), 1e-9);
        expected.agrees("abandonment", actual.abandonment(), 1e-9);
        expected.agrees("mean_wait", actual.meanWaitSeconds(), 1e-9);
        expected.agrees("occupancy", actual.occupancy(), 1e-9);
        expected.agrees("share_over", actual.shareWaitingOver(within), 1e-9);
        expected.agrees("asa", actual.asaSeconds(), 1e-9);
        var waits = Objects.requireNonNull(actual.waits());
        assertEquals(
                expected.number("service_level_offered"),
                ServiceLevel.offered(within).of(waits),
                1e-12);
        assertEquals(expected.number("virtual_over"), waits.virtualOver(within), 1e-12);
    }

    @ParameterizedTest
    @MethodSource
    void erlangX(ReferenceCases expected) {
        var actual = new ErlangX(
                        expected.number("base_erlangs"),
                        expected.number("aht"),
                        expected.number("patience"),
                        expected.number("redial_probability"))
                .with(expected.whole("agents"));
        expected.agrees("total_erlangs", actual.offeredErlangs());
        expected.agrees("abandonment", actual.abandonment());
        expected.agrees("probability_of_wait", actual.probabilityOfWait());
        expected.agrees("mean_wait", actual.meanWaitSeconds());
        expected.agrees("service_level_offered", actual.serviceLevel(ServiceLevel.offered(expected.number("within"))));
    }

    @ParameterizedTest
    @MethodSource
    void minimumAgents(ReferenceCases expected) {
        double erlangs = expected.number("offered_erlangs");
        double aht = expected.number("aht");
        QueueModel model = expected.text("model").equals("a")
                ? new ErlangA(erlangs, aht, expected.number("patience"))
                : new ErlangC(erlangs, aht);
        var target =
                new Target.Answered(expected.number("service_level"), ServiceLevel.offered(expected.number("within")));
        var answer = (Sizing.Enough) new Sizing(List.of(target)).of(model);
        assertEquals(expected.whole("agents"), answer.performance().agents());
    }
}
