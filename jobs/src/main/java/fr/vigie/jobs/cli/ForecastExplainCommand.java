package fr.vigie.jobs.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.forecast.DayEffect;
import fr.vigie.forecast.Footing;
import fr.vigie.forecast.Influence;
import fr.vigie.jobs.Json;
import fr.vigie.jobs.Printable;
import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.error.Suggestion;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.EffectRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.report.EffectSentences;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.spark.sql.Encoders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie forecast explain}. */
@Command(
        name = "explain",
        description =
                "Says what moves a forecast, day by day: holidays, school holidays, events, absences, the season.")
final class ForecastExplainCommand implements Callable<Integer> {
    private static final Predicate<String> IS_FOOTING = effect ->
            Arrays.stream(Footing.values()).anyMatch(footing -> footing.label().equals(effect));

    @ParentCommand
    ForecastCommand forecast = new ForecastCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    ForecastPlace place = new ForecastPlace();

    @Mixin
    ForecastDate date = new ForecastDate();

    @Option(names = "--json", description = "prints the effects as JSON, one a line")
    boolean json;

    @Override
    public Integer call() {
        try (var workspace = Workspaces.read(forecast.options())) {
            var rows = rows(workspace, workspace.flow(date.asOf).asOf());
            var out = spec.commandLine().getOut();
            if (json) {
                rows.forEach(row -> out.println(Json.of(fields(row))));
            } else {
                sentences(rows, workspace).forEach(line -> out.println(Printable.line(line)));
            }
            return 0;
        }
    }

    private List<EffectRow> rows(Workspace workspace, LocalDate date) {
        var ofLevel = col("asOf").equalTo(lit(date)).and(col("level").equalTo(lit(place.level.name())));
        var effects = workspace.lake().read(Tables.EFFECT).where(ofLevel);
        var rows = effects.where(col("id").equalTo(lit(place.id))).collectAsList();
        if (rows.isEmpty()) {
            var places = workspace
                    .lake()
                    .read(Tables.FORECAST)
                    .where(ofLevel)
                    .select("id")
                    .distinct()
                    .as(Encoders.STRING())
                    .collectAsList();
            if (!places.contains(place.id)) {
                throw UserError.usage(
                        "There is no forecast of the %s '%s' of %s.%s"
                                .formatted(
                                        place.level,
                                        place.id,
                                        date,
                                        Suggestion.near(place.id, places)
                                                .orElse(
                                                        "\nMaybe run 'vigie forecast' first, or name another --id or --as-of.")));
            }
        }
        return rows.stream()
                .sorted(Comparator.comparing(EffectRow::localDate).thenComparing(EffectRow::effect))
                .toList();
    }

    private List<String> sentences(List<EffectRow> rows, Workspace workspace) {
        var language = forecast.options().lang.locale();
        if (rows.isEmpty()) {
            return List.of(
                    language.getLanguage().equals(Locale.FRENCH.getLanguage())
                            ? "Rien de connu ne distingue ces jours de leur jour de semaine."
                            : "Nothing that is known sets these days apart from their weekday.");
        }
        var footing = rows.stream().map(EffectRow::effect).filter(IS_FOOTING).findFirst();
        if (footing.isPresent()) {
            return List.of(EffectSentences.of(Footing.labelled(footing.get()), language));
        }
        return EffectSentences.of(
                rows.stream()
                        .map(row -> new DayEffect(row.localDate(), Influence.labelled(row.effect()), row.ratio()))
                        .toList(),
                workspace.config().block(ServiceConfig.class).weekStart(),
                language);
    }

    private static Map<String, Object> fields(EffectRow row) {
        var fields = new TreeMap<String, Object>();
        fields.put("id", row.id());
        fields.put("level", row.level());
        fields.put("day", row.localDate().toString());
        fields.put("effect", row.effect());
        fields.put("ratio", row.ratio());
        return fields;
    }
}
