package fr.vigie.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.ForwardingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every signal there is has cases in which it fires and cases in which it stays quiet. */
class SignalBatteryTest {
    private static final int WEEKS = 52;
    private static final int CHANGE = 30;

    private enum Verdict {
        FIRES,
        STAYS_QUIET
    }

    private record Case(Signal signal, Verdict verdict, String claim, List<PracticeHistory> network) {
        @Override
        public String toString() {
            return "%s %s %s".formatted(signal.name(), verdict, claim);
        }
    }

    static Stream<Case> cases() {
        var simulated = new Simulated(42);
        var network = simulated.quietNetwork(WEEKS);
        var refusing = simulated.practice("X", WEEKS, 12, w -> w < CHANGE ? 0.06 : 0.38, 0.12);
        var slotless = full(simulated.practice("X", WEEKS, 12, w -> 0.06, 0.12), 20);
        var late = simulated.doctor("X", WEEKS, w -> 1, 0.05, w -> w < CHANGE ? 0.04 : 0.30);
        var fading = simulated.doctor("X", WEEKS, w -> w < CHANGE ? 1 : 1 - (w - CHANGE) * 0.012, 0.05, w -> 0.04);
        return Stream.of(
                fires(Refusal.DEFAULT, "when 38 % of the transfers are refused after 6 %", network, refusing),
                quiet(
                        Refusal.DEFAULT,
                        "among practices that only differ",
                        network,
                        simulated.practice("X", WEEKS, 12, w -> 0.15, 0.12)),
                quiet(
                        Refusal.DEFAULT,
                        "while the doctor is on leave",
                        network,
                        Simulated.excused(refusing, Excuse.LEAVE, CHANGE, WEEKS)),
                quiet(
                        Refusal.DEFAULT,
                        "with a replacement doctor",
                        network,
                        Simulated.excused(refusing, Excuse.REPLACEMENT, CHANGE, WEEKS)),
                quiet(
                        Refusal.DEFAULT,
                        "in an epidemic of its own group",
                        network,
                        Simulated.excused(refusing, Excuse.EPIDEMIC, CHANGE, WEEKS)),
                quiet(Refusal.DEFAULT, "when the line is forwarded at other times", network, forwardedFrom(refusing)),
                quiet(
                        Refusal.DEFAULT,
                        "on three transfers",
                        network,
                        simulated.practice("X", WEEKS, 0.1, w -> w < CHANGE ? 0.06 : 0.9, 0.12)),
                fires(Saturation.DEFAULT, "when two requests in three find no slot", network, slotless),
                quiet(
                        Saturation.DEFAULT,
                        "in an epidemic of its own group",
                        network,
                        Simulated.excused(slotless, Excuse.EPIDEMIC, CHANGE, WEEKS)),
                quiet(
                        Saturation.DEFAULT,
                        "in an epidemic that fills everybody's slots",
                        epidemic(network),
                        epidemic(simulated.practice("X", WEEKS, 12, w -> 0.06, 0.12))),
                fires(Saturation.DEFAULT, "in an epidemic when its slots run out", epidemic(network), slotless),
                quiet(
                        Saturation.DEFAULT,
                        "where slots were always scarce",
                        network,
                        simulated.practice("X", WEEKS, 12, w -> 0.06, 0.4)),
                fires(Stress.DEFAULT, "when a third of the half-days close late", network, late),
                quiet(
                        Stress.DEFAULT,
                        "when there were holidays",
                        network,
                        Simulated.excused(late, Excuse.PUBLIC_HOLIDAY, CHANGE, WEEKS)),
                fires(WindDown.DEFAULT, "when a quarter of the hours goes within half a year", network, fading),
                quiet(
                        WindDown.DEFAULT,
                        "with a replacement doctor",
                        network,
                        Simulated.excused(fading, Excuse.REPLACEMENT, CHANGE, WEEKS)),
                quiet(
                        WindDown.DEFAULT,
                        "after a single short week",
                        network,
                        simulated.doctor("X", WEEKS, w -> w == CHANGE ? 0.1 : 1, 0.05, w -> 0.04)),
                quiet(
                        WindDown.DEFAULT,
                        "when everybody opens less in summer",
                        summer(network),
                        summer(steady(simulated))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void firesOrStaysQuiet(Case one) {
        var alarms = new Watch(List.of(one.signal()), 0.5)
                .read(one.network()).stream()
                        .filter(reading -> reading.practiceId().equals("X") && reading.alarm())
                        .toList();
        if (one.verdict() == Verdict.STAYS_QUIET) {
            assertEquals(List.of(), alarms);
            return;
        }
        var first = alarms.get(0);
        assertTrue(first.asOf().isAfter(Simulated.START.plusWeeks(CHANGE)), "not before the change: " + first);
        assertNotNull(first.since());
        assertTrue(first.observed().denominator() > 0);
        assertTrue(Math.abs(first.rate() - first.baseline()) > 0.05, "the figures show it: " + first);
        assertTrue(first.pValue() < 0.01 && first.falseDiscovery() <= 0.5, first.toString());
    }

    @Test
    void everySignalHasCasesOfBothKinds() {
        var fires = new TreeSet<String>();
        var quiet = new TreeSet<String>();
        cases().forEach(one -> (one.verdict() == Verdict.FIRES ? fires : quiet)
                .add(one.signal().name()));
        var all = permitted(Signal.class)
                .map(type -> type.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, fires);
        assertEquals(all, quiet);
        assertEquals(Set.of("refusal", "saturation", "stress", "wind-down"), all);
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SignalBatteryTest::permitted)
                : Stream.of(type);
    }

    private static Case fires(Signal signal, String claim, List<PracticeHistory> network, PracticeHistory watched) {
        return new Case(signal, Verdict.FIRES, claim, with(network, watched));
    }

    private static Case quiet(Signal signal, String claim, List<PracticeHistory> network, PracticeHistory watched) {
        return new Case(signal, Verdict.STAYS_QUIET, claim, with(network, watched));
    }

    private static List<PracticeHistory> with(List<PracticeHistory> network, PracticeHistory watched) {
        var all = new ArrayList<>(network);
        all.add(watched);
        return all;
    }

    private static PracticeHistory full(PracticeHistory history, int without) {
        return mapped(
                history,
                CHANGE,
                WEEKS,
                week -> new PracticeWeek(
                        week.monday(),
                        week.excuses(),
                        week.forwarding(),
                        week.transfers(),
                        new Bookings(30, without),
                        week.opening()));
    }

    private static PracticeHistory forwardedFrom(PracticeHistory history) {
        return mapped(
                history,
                CHANGE,
                WEEKS,
                week -> new PracticeWeek(
                        week.monday(),
                        week.excuses(),
                        ForwardingMode.OVERFLOW,
                        week.transfers(),
                        week.bookings(),
                        week.opening()));
    }

    private static PracticeHistory steady(Simulated simulated) {
        return simulated.doctor("X", WEEKS, w -> 1, 0.05, w -> 0.04);
    }

    private static List<PracticeHistory> summer(List<PracticeHistory> network) {
        return network.stream().map(SignalBatteryTest::summer).toList();
    }

    /** Eight weeks in which hours are cut by a third. */
    private static PracticeHistory summer(PracticeHistory history) {
        return mapped(
                history,
                CHANGE,
                CHANGE + 8,
                week -> new PracticeWeek(
                        week.monday(),
                        week.excuses(),
                        week.forwarding(),
                        week.transfers(),
                        week.bookings(),
                        new Opening(
                                week.opening().minutes() * 2 / 3,
                                week.opening().halfDays(),
                                week.opening().closedLate())));
    }

    private static List<PracticeHistory> epidemic(List<PracticeHistory> network) {
        return network.stream().map(SignalBatteryTest::epidemic).toList();
    }

    /** Three months in which twice as many find no slot. */
    private static PracticeHistory epidemic(PracticeHistory history) {
        return mapped(history, CHANGE, CHANGE + 13, week -> {
            int requests = week.bookings().requests();
            return new PracticeWeek(
                    week.monday(),
                    week.excuses(),
                    week.forwarding(),
                    week.transfers(),
                    new Bookings(
                            requests, Math.min(requests, 2 * week.bookings().withoutSlot())),
                    week.opening());
        });
    }

    private interface Change {
        PracticeWeek of(PracticeWeek week);
    }

    private static PracticeHistory mapped(PracticeHistory history, int from, int until, Change change) {
        var weeks = new ArrayList<PracticeWeek>();
        for (int w = 0; w < history.weeks().size(); w++) {
            var week = history.weeks().get(w);
            weeks.add(w >= from && w < until ? change.of(week) : week);
        }
        return new PracticeHistory(history.practiceId(), history.practitionerId(), history.peerGroup(), weeks);
    }
}
