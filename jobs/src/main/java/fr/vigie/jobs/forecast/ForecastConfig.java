package fr.vigie.jobs.forecast;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.vigie.forecast.ForecastModel;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What is forecast, how far ahead and by which models.
 *
 * @param horizonDays days ahead, 14 to 60
 * @param intervalMinutes 15, 30 or 60
 * @param demand which calls are forecast
 * @param models names of the models, the first of which later stages take
 * @param historyDays how many days back a model looks at most, 14 or more
 * @param backtestWeeks how many weekly origins are scored, 1 or more
 * @param handlingTimeWeeks over how many weeks the handling time is learnt, 1 or more
 * @param observances dated events of the calendar that move the service's calls
 * @param assumedHandlingTime the handling time where no call was ever handled
 */
public record ForecastConfig(
        int horizonDays,
        int intervalMinutes,
        Demand demand,
        List<String> models,
        int historyDays,
        int backtestWeeks,
        List<Observance> observances,
        int handlingTimeWeeks,
        Duration assumedHandlingTime)
        implements Serializable {

    /** Which calls are forecast. */
    public enum Demand {
        /** Calls that are not redials: what callers want, before a busy line multiplies it. */
        @JsonProperty("first-attempts")
        FIRST_ATTEMPTS,
        /** All calls offered to operators, redials included. */
        @JsonProperty("offered")
        OFFERED;

        /** That of a configuration's word. */
        static Demand named(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public ForecastConfig {
        models = List.copyOf(models);
        observances = List.copyOf(observances);
        within("horizon-days", horizonDays, 14, 60, 14);
        within("history-days", historyDays, 14, 3660, 800);
        within("backtest-weeks", backtestWeeks, 1, 104, 8);
        within("handling-time-weeks", handlingTimeWeeks, 1, 104, 8);
        if (intervalMinutes != 15 && intervalMinutes != 30 && intervalMinutes != 60) {
            throw new IllegalArgumentException(
                    "The interval-minutes (%d) must be 15, 30 or 60.\nMaybe 30.".formatted(intervalMinutes));
        }
        if (models.isEmpty()) {
            throw new IllegalArgumentException("At least one of the models must be named.\nMaybe [auto].");
        }
        models.forEach(ForecastModel::named);
        if (models.stream().distinct().count() < models.size()) {
            throw new IllegalArgumentException("One of the models is named twice.\nMaybe remove it.");
        }
        if (assumedHandlingTime.isNegative() || assumedHandlingTime.isZero()) {
            throw new IllegalArgumentException("The assumed-handling-time must be positive.\nMaybe 180s.");
        }
    }

    private static void within(String name, int value, int least, int most, int usual) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The %s (%d) must be %d to %d.\nMaybe %d.".formatted(name, value, least, most, usual));
        }
    }
}
