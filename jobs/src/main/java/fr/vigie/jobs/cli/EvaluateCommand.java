package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.forecast.Trial;
import fr.vigie.jobs.forecast.TrialMetric;
import fr.vigie.scenario.ChangeEffect;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie evaluate}: what a change that was tried did. */
@Command(
        name = "evaluate",
        description = "What a change tried for some days did, against the forecast of what would have happened.")
final class EvaluateCommand implements Callable<Integer> {
    private static final String TRIED = "evaluate";
    private static final List<TrialMetric> USUAL = List.of(TrialMetric.WAITING, TrialMetric.VOLUME);

    @ParentCommand
    Vigie vigie = new Vigie();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--from", paramLabel = "D", required = true, description = "the first day of the trial")
    LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "D", required = true, description = "its last day")
    LocalDate to = LocalDate.EPOCH;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "waiting, volume, abandonment, service-level or handling-time (default: waiting and volume)")
    List<String> metrics = List.of();

    @Option(names = "--group", paramLabel = "ID", description = "the planning group that tried it (default: all)")
    @Nullable
    String group;

    @Option(
            names = "--level",
            paramLabel = "PERCENT",
            defaultValue = "95",
            description = "how likely the interval contains the effect (default: 95)")
    double level = 95;

    @Option(names = "--json", description = "as JSON, a metric a line")
    boolean json;

    @Override
    public Integer call() {
        var asked = metrics.isEmpty()
                ? USUAL
                : metrics.stream().map(EvaluateCommand::metric).toList();
        if (!(level > 0 && level < 100)) {
            throw UserError.usage(
                    "The --level (%s) must be above 0 and below 100.\nMaybe write --level 95.".formatted(level));
        }
        var trial = new Trial(from, to, group);
        var out = spec.commandLine().getOut();
        try (var workspace = Workspaces.read(vigie.options)) {
            var known = workspace.flow(null).asOf();
            if (!to.isBefore(known)) {
                throw UserError.usage(
                        "The trial ends on %s, and calls are known up to %s.\nMaybe evaluate up to that day."
                                .formatted(to, known.minusDays(1)));
            }
            var run = new StageRun(workspace.lake(), workspace.config(), to.plusDays(1), TRIED, workspace.root());
            for (var metric : asked) {
                var effect = trial.effect(run, metric, level / 100);
                out.println(json ? Json.of(fields(metric, effect)) : text(metric, effect));
            }
        }
        return 0;
    }

    private static TrialMetric metric(String word) {
        return Arrays.stream(TrialMetric.values())
                .filter(metric -> metric.word().equals(word))
                .findFirst()
                .orElseThrow(() -> UserError.usage("There is no metric '%s'.\nMaybe take one of %s."
                        .formatted(
                                word,
                                String.join(
                                        ", ",
                                        Arrays.stream(TrialMetric.values())
                                                .map(TrialMetric::word)
                                                .toList()))));
    }

    private Map<String, @Nullable Object> fields(TrialMetric metric, ChangeEffect effect) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("metric", metric.word());
        fields.put("group", group);
        fields.put("from", from.toString());
        fields.put("to", to.toString());
        fields.put("actual", effect.actual());
        fields.put("expected", effect.expected());
        fields.put("effect", effect.effect());
        fields.put("low", effect.low());
        fields.put("high", effect.high());
        fields.put("level", effect.level());
        fields.put("windows", effect.windows());
        return fields;
    }

    /** {@code waiting -30 % [-38; -21]}, and what that is made of. */
    private String text(TrialMetric metric, ChangeEffect effect) {
        var language = vigie.options.lang.locale();
        var words = ResourceBundle.getBundle(
                "fr.vigie.jobs.cli.evaluate",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var told = words.getString("effect")
                .formatted(
                        words.getString(metric.word()),
                        percent(effect.effect()),
                        percent(effect.low()),
                        percent(effect.high()),
                        figure(metric, effect.actual(), language),
                        figure(metric, effect.expected(), language),
                        String.format(language, "%.4g", level).replaceAll("[.,]0+$", ""),
                        effect.windows());
        return effect.mayBeNothing() ? told + " " + words.getString("nothing") : told;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+d", Math.round(100 * share));
    }

    private static String figure(TrialMetric metric, double value, Locale language) {
        return switch (metric) {
            case VOLUME -> String.format(language, "%,.0f", value);
            case WAITING, HANDLING_TIME -> String.format(language, "%.1f s", value);
            case ABANDONMENT, SERVICE_LEVEL -> String.format(language, "%.1f %%", 100 * value);
        };
    }
}
