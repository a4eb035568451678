package fr.vigie.jobs.cli;

import fr.vigie.forecast.Forecast;
import fr.vigie.forecast.ForecastModel;
import fr.vigie.jobs.error.UserError;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigie calc forecast}: the forecast of series in a plain file. */
@Command(
        name = "forecast",
        description = {
            "Forecasts the series of a CSV file (unique_id, ds, y) with intervals.",
            "Missing times and empty values are gaps and are left out; hours of the week that never occur are closed,"
                    + " get no row and do not count in the horizon."
        })
final class CalcForecastCommand implements Runnable {
    private static final int DIGITS = 7;
    private static final int MOST_AHEAD = 100_000;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "unique_id, ds, y; .gz is accepted")
    Path input = Path.of("");

    @Option(names = "--horizon", required = true, paramLabel = "H", description = "intervals ahead")
    int horizon;

    @Option(
            names = "--season",
            split = ",",
            paramLabel = "N",
            description = "seasonal periods in intervals, e.g. 24,168 (default: day and week of the clock)")
    List<Integer> seasons = List.of();

    @Option(names = "--calendar", defaultValue = "none", paramLabel = "FR|none", description = "whose public holidays")
    CalcForecast.Holidays calendar = CalcForecast.Holidays.NONE;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description =
                    "starts_on, ends_on, kind (holiday, half-day, campaign, epidemic, ...): what moved calls, and will")
    @Nullable
    Path events;

    @Option(names = "--zone", paramLabel = "ZONE", description = "whose clock local times tell (default: no changes)")
    @Nullable
    String zone;

    @Option(names = "--model", defaultValue = "auto", paramLabel = "NAME", description = "auto or a model's name")
    String model = "auto";

    @Option(
            names = "--level",
            split = ",",
            defaultValue = "80,95",
            paramLabel = "PERCENT",
            description = "levels of the intervals (default: 80,95)")
    List<String> levels = List.of();

    @Option(names = "--output", paramLabel = "FILE", description = "where to (default: standard output)")
    @Nullable
    Path output;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (horizon < 1 || horizon > MOST_AHEAD) {
            throw UserError.usage(
                    "The horizon (%d) must be 1 to %d intervals.\nMaybe --horizon 336, a week of half-hours."
                            .formatted(horizon, MOST_AHEAD));
        }
        var percents = levels.stream().map(CalcForecastCommand::percent).toList();
        if (new HashSet<>(header(percents)).size() < header(percents).size()) {
            throw UserError.usage("A level of --level stands there twice.\nMaybe --level 80,95.");
        }
        var calculation = calculation();
        var zone = zone();
        var table = PlainOutput.to(output, spec, events == null ? new Path[] {input} : new Path[] {input, events});
        var rows = new ArrayList<List<String>>();
        for (var series : SeriesFile.read(input, zone).series()) {
            rows.addAll(rows(series, forecast(calculation, series), percents));
        }
        table.write(header(percents), rows);
    }

    private CalcForecast calculation() {
        try {
            var known = events == null ? EventsFile.none() : EventsFile.read(events);
            return new CalcForecast(ForecastModel.named(model), seasons, calendar, known);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    private Forecast forecast(CalcForecast calculation, SeriesFile.Entry series) {
        try {
            return calculation.of(series.observed(), series.zone(), horizon);
        } catch (IllegalArgumentException e) {
            throw SeriesFile.wrong(input, series.id(), e);
        }
    }

    private Optional<ZoneId> zone() {
        try {
            return Optional.ofNullable(zone).map(ZoneId::of);
        } catch (DateTimeException e) {
            throw UserError.usage("There is no zone '%s'.\nMaybe Europe/Paris.".formatted(zone));
        }
    }

    private static BigDecimal percent(String text) {
        try {
            var percent = new BigDecimal(text.strip());
            if (percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) < 0) {
                // 80 and 80.0 are one level.
                return percent.stripTrailingZeros();
            }
        } catch (NumberFormatException e) {
            throw UserError.usage("The level '%s' is not a number of per cent.\nMaybe --level 80,95.".formatted(text));
        }
        throw UserError.usage("The level (%s) must lie between 0 and 100.\nMaybe --level 80,95.".formatted(text));
    }

    private static List<String> header(List<BigDecimal> percents) {
        var header = new ArrayList<>(List.of("unique_id", "ds", "mean"));
        for (var percent : percents) {
            header.add("lo-" + percent.toPlainString());
            header.add("hi-" + percent.toPlainString());
        }
        return header;
    }

    private static List<List<String>> rows(SeriesFile.Entry series, Forecast forecast, List<BigDecimal> percents) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < forecast.length(); i++) {
            if (forecast.isClosed(i)) {
                continue;
            }
            var row = new ArrayList<String>();
            row.add(series.id());
            row.add(series.style().write(forecast.startsAt().get(i), series.zone()));
            row.add(number(forecast.mean(i)));
            for (var percent : percents) {
                double tail = (100 - percent.doubleValue()) / 200;
                for (double quantile : forecast.quantiles(i, tail, 1 - tail)) {
                    row.add(number(quantile));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static String number(double value) {
        var rounded = new BigDecimal(value, new MathContext(DIGITS)).stripTrailingZeros();
        // Whole numbers are written out; of a tiny one the digits that say something.
        return rounded.scale() > 0 ? rounded.toString() : rounded.toPlainString();
    }
}
