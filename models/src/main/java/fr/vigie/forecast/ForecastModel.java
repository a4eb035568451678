package fr.vigie.forecast;

import fr.vigie.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A forecasting model. The {@code permits} clause is the registry: the name of a model in configuration, on the
 * command line and in tables is its class name in kebab case and stands nowhere else.
 */
public sealed interface ForecastModel
        permits SeasonalNaive, MeanOfSameWeekdays, HourOfWeekRegression, RegularModel, Auto {
    /** Sets out on a walk over a series. */
    Walk walk(Outlook outlook);

    /** The model for the parts of a whole that this one forecasts, e.g. the practices of a group. */
    default ForecastModel ofParts() {
        return this;
    }

    /** The intervals that suit the forecast of a series that is a whole of its own. */
    default Widths widths(Series series, int present) {
        return Widths.DISPERSION;
    }

    /** The name of the model, e.g. {@code seasonal-naive}. */
    default String name() {
        return name(getClass());
    }

    /** The names of all models. */
    static List<String> names() {
        return types(ForecastModel.class).map(ForecastModel::name).toList();
    }

    /** The model of that name with its usual parameters. */
    static ForecastModel named(String name) {
        return all().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no forecasting model '%s'.\nMaybe take one of %s."
                                .formatted(name, names().stream().collect(Collectors.joining(", ")))));
    }

    /** All models with their usual parameters, in the order of the registry. */
    static List<ForecastModel> all() {
        return types(ForecastModel.class).map(ForecastModel::usual).toList();
    }

    /**
     * The next means of a series, from its last known interval on.
     *
     * @param outlook the series, its future included
     * @param origin index of the first interval ahead
     * @param horizon number of intervals
     */
    default double[] means(Outlook outlook, int origin, int horizon) {
        return walk(outlook).means(origin, horizon);
    }

    private static Stream<Class<?>> types(Class<?> type) {
        return type.isInterface()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ForecastModel::types)
                : Stream.of(type);
    }

    private static ForecastModel usual(Class<?> type) {
        try {
            return (ForecastModel) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getSimpleName() + " has no constructor without parameters.", e);
        }
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
