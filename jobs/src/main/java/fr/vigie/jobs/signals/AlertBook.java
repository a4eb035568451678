package fr.vigie.jobs.signals;

import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.AlertRow;
import fr.vigie.jobs.lake.DecisionRow;
import fr.vigie.jobs.lake.Decisions;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.signal.AlertState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The alerts as people see them, and what they decide: a decision is appended to the {@code decision} table with its
 * day, its author and the reason given, and takes effect when the stage runs next.
 */
public final class AlertBook {
    private final Lake lake;

    public AlertBook(Lake lake) {
        this.lake = lake;
    }

    /** The latest version of every alert, those nobody has looked at first, then the latest first. */
    public List<AlertRow> current() {
        var latest = new TreeMap<String, AlertRow>();
        for (var version : lake.read(Tables.ALERT).collectAsList()) {
            latest.merge(version.alertId(), version, (a, b) -> state(a).compareTo(state(b)) >= 0 ? a : b);
        }
        return latest.values().stream()
                .sorted(Comparator.comparing(AlertBook::state)
                        .thenComparing(AlertRow::openedOn, Comparator.reverseOrder())
                        .thenComparing(AlertRow::alertId))
                .toList();
    }

    /** All versions of an alert in order. */
    public List<AlertRow> versions(String alertId) {
        var versions = lake.read(Tables.ALERT).collectAsList().stream()
                .filter(version -> version.alertId().equals(alertId))
                .sorted(Comparator.comparing(AlertRow::changedAt).thenComparing(AlertBook::state))
                .toList();
        if (versions.isEmpty()) {
            throw UserError.usage("There is no alert '%s'.\nMaybe 'vigie signals list' helps.".formatted(alertId));
        }
        return versions;
    }

    /** The decisions about an alert in order of time. */
    public List<DecisionRow> decisions(String alertId) {
        return lake.read(Tables.DECISION).collectAsList().stream()
                .filter(decision -> decision.subject().equals(AlertDecisions.SUBJECT))
                .filter(decision -> decision.id().equals(alertId))
                .sorted(Comparator.comparing(DecisionRow::at))
                .toList();
    }

    /** Somebody looks after the alert. */
    public void acknowledge(String alertId, String actor, Instant at) {
        decide(alertId, AlertDecisions.ACKNOWLEDGE, actor, null, at);
    }

    /** Somebody has settled the alert. */
    public void close(String alertId, String actor, String reason, Instant at) {
        if (reason.isBlank()) {
            throw UserError.usage("An alert is closed with its reason.\nMaybe add --reason TEXT.");
        }
        decide(alertId, AlertDecisions.CLOSE, actor, reason, at);
    }

    private void decide(String alertId, String action, String actor, @Nullable String reason, Instant at) {
        var versions = versions(alertId);
        if (state(versions.get(versions.size() - 1)) == AlertState.CLOSED) {
            throw UserError.usage("The alert '%s' is closed already.\nMaybe 'vigie signals show %s' tells by whom."
                    .formatted(alertId, alertId));
        }
        new Decisions(lake).decide(at, AlertDecisions.SUBJECT, alertId, action, actor, reason);
    }

    private static AlertState state(AlertRow alert) {
        return AlertState.valueOf(alert.state().toUpperCase(Locale.ROOT));
    }
}
