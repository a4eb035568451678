package fr.vigie.jobs.report;

import fr.vigie.forecast.CommonErrors;
import fr.vigie.jobs.lake.ForecastTotalRow;
import fr.vigie.report.TerritoryLoad;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The calls of a week by territory: territories are grouped across the planning groups. */
final class TerritoryLoads {
    /** How far a limit lies from the mean. */
    private enum Side {
        LOW80(row -> row.mean() - row.q10()),
        HIGH80(row -> row.q90() - row.mean()),
        LOW95(row -> row.mean() - row.q025()),
        HIGH95(row -> row.q975() - row.mean());

        private final ToDoubleFunction<ForecastTotalRow> width;

        Side(ToDoubleFunction<ForecastTotalRow> width) {
            this.width = width;
        }

        /** Few calls have their mean beyond a limit at times. */
        double of(ForecastTotalRow row) {
            return Math.max(0, width.applyAsDouble(row));
        }

        double[] of(Collection<ForecastTotalRow> rows) {
            return rows.stream().mapToDouble(this::of).toArray();
        }

        double of(Collection<ForecastTotalRow> some, Collection<ForecastTotalRow> all, ForecastTotalRow network) {
            return CommonErrors.of(of(network), of(all)).together(of(some));
        }
    }

    private TerritoryLoads() {}

    /**
     * Those of a week, the largest first.
     *
     * @param practices what one model expects of each practice in the week
     * @param network and of the network
     * @param territories names, by practice
     */
    static List<TerritoryLoad> of(
            Collection<ForecastTotalRow> practices, ForecastTotalRow network, Map<String, String> territories) {
        return practices.stream()
                .sorted(Comparator.comparing(ForecastTotalRow::id))
                .collect(Collectors.groupingBy(row -> territories.getOrDefault(row.id(), "")))
                .entrySet()
                .stream()
                .map(each -> load(each.getKey(), each.getValue(), practices, network))
                .sorted(Comparator.comparingDouble(TerritoryLoad::mean)
                        .reversed()
                        .thenComparing(TerritoryLoad::territory))
                .toList();
    }

    private static TerritoryLoad load(
            String territory, List<ForecastTotalRow> own, Collection<ForecastTotalRow> all, ForecastTotalRow network) {
        double mean = own.stream().mapToDouble(ForecastTotalRow::mean).sum();
        double low = Side.LOW80.of(own, all, network);
        double high = Side.HIGH80.of(own, all, network);
        return new TerritoryLoad(
                territory,
                own.size(),
                mean,
                mean - low,
                mean + high,
                mean - Math.max(low, Side.LOW95.of(own, all, network)),
                mean + Math.max(high, Side.HIGH95.of(own, all, network)));
    }
}
