package fr.vigie.jobs.signals;

import fr.vigie.jobs.lake.DecisionRow;
import fr.vigie.signal.AlertDecision;
import fr.vigie.signal.AlertState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** What people decided about alerts, as it stands in the {@code decision} table. */
final class AlertDecisions {
    static final String SUBJECT = "alert";
    static final String ACKNOWLEDGE = "acknowledge";
    static final String CLOSE = "close";

    private AlertDecisions() {}

    /** Those about alerts, in order of time. */
    static List<AlertDecision> of(List<DecisionRow> decisions, ZoneId zone) {
        return decisions.stream()
                .filter(decision -> decision.subject().equals(SUBJECT))
                .filter(decision -> decision.action().equals(ACKNOWLEDGE)
                        || decision.action().equals(CLOSE))
                .sorted(Comparator.comparing(DecisionRow::at))
                .map(decision -> new AlertDecision(
                        decision.id(),
                        LocalDate.ofInstant(decision.at(), zone),
                        decision.action().equals(CLOSE) ? AlertState.CLOSED : AlertState.ACKNOWLEDGED,
                        decision.actor()))
                .toList();
    }
}
