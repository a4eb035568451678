package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.lake.AlertRow;
import fr.vigie.jobs.signals.AlertBook;
import fr.vigie.report.SignalSentences;
import fr.vigie.signal.AlertState;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie signals list}. */
@Command(name = "list", description = "The alerts that nobody has closed.")
final class SignalsListCommand implements Callable<Integer> {
    @ParentCommand
    SignalsCommand signals = new SignalsCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--all", description = "closed ones too")
    boolean all;

    @Option(names = "--json", description = "as JSON, an alert a line")
    boolean json;

    @Override
    public Integer call() {
        var language = signals.options().lang.locale();
        var words = new SignalSentences(language);
        var out = spec.commandLine().getOut();
        try (var workspace = Workspaces.read(signals.options())) {
            var alerts = new AlertBook(workspace.lake())
                    .current().stream()
                            .filter(alert -> all || state(alert) != AlertState.CLOSED)
                            .toList();
            if (json) {
                alerts.forEach(alert -> out.println(Json.of(fields(alert))));
            } else if (alerts.isEmpty()) {
                out.println(words.noAlerts());
            } else {
                alerts.forEach(alert -> out.println(
                        "%s  %s  %s".formatted(alert.alertId(), words.state(state(alert)), reason(alert, language))));
            }
            return 0;
        }
    }

    static AlertState state(AlertRow alert) {
        return AlertState.valueOf(alert.state().toUpperCase(Locale.ROOT));
    }

    static String reason(AlertRow alert, Locale language) {
        return language.getLanguage().equals("en") ? alert.reasonEn() : alert.reason();
    }

    private static Map<String, @Nullable Object> fields(AlertRow alert) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("alert_id", alert.alertId());
        fields.put("practice_id", alert.practiceId());
        fields.put("practitioner_id", alert.practitionerId());
        fields.put("kind", alert.kind());
        fields.put("probability", alert.probability());
        fields.put("opened_on", alert.openedOn().toString());
        fields.put("state", alert.state());
        fields.put("owner", alert.owner());
        fields.put("reason", alert.reason());
        fields.put("changed_at", alert.changedAt().toString());
        return fields;
    }
}
