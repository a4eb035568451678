package fr.vigie.jobs.signals;

import fr.vigie.input.Observation;
import fr.vigie.input.ObservationKind;
import fr.vigie.jobs.lake.AlertRow;
import fr.vigie.report.SignalSentences;
import fr.vigie.signal.Alert;
import fr.vigie.signal.Signal;
import fr.vigie.signal.SignalReading;
import fr.vigie.signal.Watch;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Alerts to rows, with their reason in words and how often operators noticed the same. */
final class AlertRows {
    private final SignalSentences french = new SignalSentences(Locale.FRENCH);
    private final SignalSentences english = new SignalSentences(Locale.ENGLISH);
    private final Map<String, Set<ObservationKind>> noticedAs;
    private final Map<String, List<Observation>> observations;
    private final ZoneId zone;

    AlertRows(Watch watch, List<Observation> observations, ZoneId zone) {
        this.noticedAs = watch.signals().stream().collect(Collectors.toMap(Signal::name, Signal::noticedAs));
        this.observations = observations.stream().collect(Collectors.groupingBy(Observation::practiceId));
        this.zone = zone;
    }

    AlertRow row(Alert alert) {
        var evidence = alert.evidence();
        int noticed = noticed(evidence);
        return new AlertRow(
                alert.id(),
                evidence.practiceId(),
                evidence.practitionerId(),
                evidence.signal(),
                alert.probability(),
                alert.openedOn(),
                alert.state().name().toLowerCase(Locale.ROOT),
                alert.owner(),
                french.of(evidence, noticed),
                english.of(evidence, noticed),
                alert.changedOn());
    }

    /** How often operators wrote down the same between the first day of the deviation and the alert. */
    private int noticed(SignalReading evidence) {
        var kinds = noticedAs.getOrDefault(evidence.signal(), Set.of());
        return (int) observations.getOrDefault(evidence.practiceId(), List.of()).stream()
                .filter(observation -> kinds.contains(observation.kind()))
                .filter(observation -> concerns(observation, evidence))
                .count();
    }

    private boolean concerns(Observation observation, SignalReading evidence) {
        var day = LocalDate.ofInstant(observation.observedAt(), zone);
        var since = evidence.since();
        boolean inTime = since != null && !day.isBefore(since) && day.isBefore(evidence.asOf());
        var doctor = evidence.practitionerId();
        var seen = observation.practitionerId();
        return inTime && (doctor == null || seen == null || doctor.equals(seen));
    }
}
