package fr.vigie.signal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What the signals promise for a service of 250 practices, under the default settings, with fixed seeds. */
class SignalMonteCarloTest {
    private static final List<Signal> ALL =
            List.of(Refusal.DEFAULT, Saturation.DEFAULT, Stress.DEFAULT, WindDown.DEFAULT);
    private static final double FALSE_DISCOVERY_RATE = 0.5;
    private static final int WEEKS = 56;
    private static final int CHANGE = 26;
    private static final int PRACTICES = 250;

    @Test
    void atMostOneFalseAlarmInTwoWeeksForTheWholeService() {
        int weeks = 0;
        var alarms = new TreeMap<String, Integer>();
        for (int service = 0; service < 5; service++) {
            var readings = new Watch(ALL, FALSE_DISCOVERY_RATE).read(undisturbed(new Simulated(100 + service)));
            weeks += (int) readings.stream().map(SignalReading::asOf).distinct().count();
            for (var signal : ALL) {
                alarms.merge(signal.name(), opened(readings, signal.name()), Integer::sum);
            }
        }
        int all = alarms.values().stream().mapToInt(Integer::intValue).sum();
        double perTwoWeeks = 2.0 * all / weeks;
        System.out.printf("False alarms in two weeks: %.2f (%s in %d weeks)%n", perTwoWeeks, alarms, weeks);
        assertTrue(perTwoWeeks <= 1, () -> "%.2f false alarms in two weeks: %s".formatted(perTwoWeeks, alarms));
        assertTrue(all > 0, "a detector without any false alarm is not one that looks");
    }

    @Test
    void refusalFromFiveToFifteenPercentIsFoundWithinWeeks() {
        assertFound(12, "5 to 15 % of 10 transfers", Refusal.DEFAULT, refusing(10, 0.15));
        assertFound(11, "5 to 15 % of 14 transfers", Refusal.DEFAULT, refusing(14, 0.15));
    }

    @Test
    void refusalFromFiveToThirtyPercentIsFoundWithinAMonth() {
        assertFound(5, "5 to 30 % of 10 transfers", Refusal.DEFAULT, refusing(10, 0.30));
    }

    @Test
    void hoursFallingByAQuarterInHalfAYearAreFoundWithinFourteenWeeks() {
        IntToDoubleFunction falling = w -> w < CHANGE ? 1 : 1 - 0.25 * Math.min(26, w - CHANGE) / 26;
        assertFound(
                14,
                "hours falling by a quarter",
                WindDown.DEFAULT,
                (id, simulated) -> simulated.doctor(id, WEEKS, falling, 0.05, w -> 0.04));
    }

    private interface Changed {
        PracticeHistory of(String id, Simulated simulated);
    }

    private static Changed refusing(double transfers, double rate) {
        return (id, simulated) -> simulated.practice(id, WEEKS, transfers, w -> w < CHANGE ? 0.05 : rate, 0.12);
    }

    private static void assertFound(int within, String what, Signal signal, Changed changed) {
        var weeks = weeksToAlarm(signal, changed);
        long median = weeks.get(weeks.size() / 2);
        System.out.printf("%s: median %d weeks, 90th percentile %d%n", what, median, weeks.get(weeks.size() * 9 / 10));
        assertTrue(median <= within, () -> "%s: found after %d weeks".formatted(what, median));
    }

    /** The weeks to the alarm of changed practices, in order, three at a time among 250 undisturbed ones. */
    private static List<Long> weeksToAlarm(Signal signal, Changed changed) {
        var simulated = new Simulated(7);
        var quiet = undisturbed(simulated).stream()
                .filter(history -> history.level() == signal.level())
                .toList();
        var weeks = new ArrayList<Long>();
        for (int i = 0; i < 21; i++) {
            var network = new ArrayList<>(quiet);
            var ids = List.of("C1", "C2", "C3");
            ids.forEach(id -> network.add(changed.of(id, simulated)));
            var readings = new Watch(List.of(signal), FALSE_DISCOVERY_RATE).read(network);
            for (var id : ids) {
                weeks.add(readings.stream()
                        .filter(reading -> reading.practiceId().equals(id) && reading.alarm())
                        .map(reading -> ChronoUnit.WEEKS.between(Simulated.START.plusWeeks(CHANGE), reading.asOf()))
                        .filter(after -> after > 0)
                        .findFirst()
                        .orElse((long) WEEKS));
            }
        }
        weeks.sort(null);
        return weeks;
    }

    private static List<PracticeHistory> undisturbed(Simulated simulated) {
        var network = new ArrayList<PracticeHistory>();
        for (int i = 0; i < PRACTICES; i++) {
            var id = "P%03d".formatted(i);
            double refusal = simulated.baseline(0.07);
            int leave = 10 + i % 40;
            network.add(Simulated.excused(
                    simulated.practice(id, WEEKS, 7 + i % 8, w -> refusal, simulated.baseline(0.12)),
                    Excuse.LEAVE,
                    leave,
                    leave + 5));
            double late = simulated.baseline(0.04);
            network.add(simulated.doctor(id, WEEKS, w -> 1, 0.04 + 0.01 * (i % 8), w -> late));
        }
        return network;
    }

    /** How often an alarm began. */
    private static int opened(List<SignalReading> readings, String signal) {
        Set<String> on = new HashSet<>();
        int opened = 0;
        for (var reading : readings) {
            if (reading.signal().equals(signal)) {
                if (reading.alarm()) {
                    opened += on.add(reading.practiceId()) ? 1 : 0;
                } else if (reading.since() == null) {
                    on.remove(reading.practiceId());
                }
            }
        }
        return opened;
    }
}
