package fr.vigie.jobs.report;

import fr.vigie.jobs.lake.ForecastTotalRow;
import fr.vigie.report.ExpectedLoad;
import fr.vigie.report.ExpectedTotal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The intervals of days and weeks, moved along where planners corrected their half-hours. */
final class ExpectedTotals {
    private ExpectedTotals() {}

    /**
     * The intervals in order.
     *
     * @param rows one model's days and weeks, as of one date
     * @param expected the half-hours that count
     */
    static List<ExpectedTotal> of(Collection<ForecastTotalRow> rows, List<ExpectedLoad> expected) {
        return rows.stream()
                .filter(row -> row.mean() > 0)
                .map(row -> {
                    double factor = calls(row, expected) / row.mean();
                    return new ExpectedTotal(
                            row.localDate(),
                            row.days(),
                            factor * row.q10(),
                            factor * row.q90(),
                            factor * row.q025(),
                            factor * row.q975());
                })
                .sorted(Comparator.comparing(ExpectedTotal::day).thenComparingInt(ExpectedTotal::days))
                .toList();
    }

    private static double calls(ForecastTotalRow row, List<ExpectedLoad> expected) {
        var until = row.localDate().plusDays(row.days());
        return expected.stream()
                .filter(load ->
                        !load.day().isBefore(row.localDate()) && load.day().isBefore(until))
                .mapToDouble(ExpectedLoad::mean)
                .sum();
    }
}
