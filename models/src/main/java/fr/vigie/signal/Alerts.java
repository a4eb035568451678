package fr.vigie.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Alarms and decisions to alerts.
 *
 * <p>An alert opens when a signal alarms and none is open on the same signal of the same practice and doctor. Only a
 * person closes it, and what was closed does not come back from the same evidence: a new alert needs a deviation that
 * began after the day of closing. The outcome follows from the readings and the decisions alone, whatever was computed
 * before; a decision finds its alert even where late data have moved the day of opening within the same deviation.
 */
public final class Alerts {
    private Alerts() {}

    /**
     * All alerts with their versions.
     *
     * @param readings of all signals, practices and weeks, those of a signal and practice in order of date
     * @param decisions in order of time
     * @return by day of opening, then name, versions in order
     */
    public static List<Alert> of(List<SignalReading> readings, List<AlertDecision> decisions) {
        var series = new TreeMap<String, List<SignalReading>>();
        for (var reading : readings) {
            series.computeIfAbsent(
                            String.join(
                                    "\n", reading.signal(), reading.practiceId(), orEmpty(reading.practitionerId())),
                            key -> new ArrayList<>())
                    .add(reading);
        }
        var alerts = new ArrayList<Alert>();
        series.values().forEach(one -> alerts.addAll(ofOne(one, decisions)));
        alerts.sort(Comparator.comparing(Alert::openedOn).thenComparing(Alert::id));
        return List.copyOf(alerts);
    }

    private static List<Alert> ofOne(List<SignalReading> readings, List<AlertDecision> decisions) {
        var versions = new ArrayList<Alert>();
        boolean open = false;
        var settledUntil = LocalDate.MIN;
        for (int i = 0; i < readings.size(); i++) {
            var reading = readings.get(i);
            var since = reading.since();
            if (open || !reading.alarm() || since == null || !since.isAfter(settledUntil)) {
                continue;
            }
            var id = AlertId.of(reading);
            var alert = new Alert(id.toString(), AlertState.OPEN, null, reading.asOf(), reading);
            versions.add(alert);
            open = true;
            for (var decision : decisions) {
                if (open && concerns(decision, id, since, endOfDeviation(readings, i))) {
                    alert = alert.after(decision);
                    versions.add(alert);
                    open = alert.state() != AlertState.CLOSED;
                    settledUntil = alert.changedOn();
                }
            }
        }
        return versions;
    }

    private static boolean concerns(AlertDecision decision, AlertId alert, LocalDate since, LocalDate end) {
        return AlertId.parse(decision.alertId())
                .filter(alert::continues)
                .filter(named ->
                        named.openedOn().isAfter(since) && named.openedOn().isBefore(end))
                .isPresent();
    }

    /** The first date on which the deviation that alarms on the i-th is no longer on. */
    private static LocalDate endOfDeviation(List<SignalReading> readings, int i) {
        var since = readings.get(i).since();
        return readings.subList(i, readings.size()).stream()
                .filter(later -> !Objects.equals(later.since(), since))
                .map(SignalReading::asOf)
                .findFirst()
                .orElse(LocalDate.MAX);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
