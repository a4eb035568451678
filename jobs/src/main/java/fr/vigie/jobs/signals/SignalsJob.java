package fr.vigie.jobs.signals;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.lake.SignalRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.signal.Alert;
import fr.vigie.signal.Alerts;
import fr.vigie.signal.ExcuseCalendar;
import fr.vigie.signal.PracticeHistory;
import fr.vigie.signal.SignalReading;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.jspecify.annotations.Nullable;

/** Calls, agendas and what excuses them to signals; signals and what people decided to alerts. */
public final class SignalsJob implements Stage {
    @Override
    public String noun() {
        return "signals";
    }

    @Override
    public Class<? extends Record> configuration() {
        return SignalsConfig.class;
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(
                Tables.CALL,
                Tables.PRACTICE,
                Tables.PRACTITIONER,
                Tables.AGENDA,
                Tables.ABSENCE,
                Tables.FORWARDING,
                Tables.INSTRUCTION,
                Tables.EVENT,
                Tables.OBSERVATION,
                Tables.DECISION);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.SIGNAL, Tables.ALERT);
    }

    @Override
    public void run(StageRun run) {
        var config = run.config(SignalsConfig.class);
        var readings = config.watch().read(histories(run));
        var kept = run.asOf().minusWeeks(config.weeksKept());
        var rows = readings.stream()
                .filter(reading -> reading.asOf().isAfter(kept))
                .map(SignalsJob::row)
                .toList();
        run.replace(Tables.SIGNAL, rows(run, Tables.SIGNAL, rows));

        var decisions = AlertDecisions.of(
                run.read(Tables.DECISION).collectAsList(), run.service().zone());
        var alerts = Alerts.of(readings, decisions);
        var words = new AlertRows(
                config.watch(),
                withoutNotes(run.read(Tables.OBSERVATION), Tables.OBSERVATION),
                run.service().zone());
        run.replace(
                Tables.ALERT,
                rows(run, Tables.ALERT, alerts.stream().map(words::row).toList()));
        run.metric("readings", readings.size());
        run.metric("alerts", (double) alerts.stream().map(Alert::id).distinct().count());
    }

    private static List<PracticeHistory> histories(StageRun run) {
        var calls = run.read(Tables.CALL).filter(col("localDate").lt(lit(run.asOf())));
        var span = calls.agg(min(col("localDate")), max(col("localDate")))
                .collectAsList()
                .get(0);
        if (span.isNullAt(0)) {
            return List.of();
        }
        var from = span.<LocalDate>getAs(0);
        var until = span.<LocalDate>getAs(1).plusDays(1);
        var calendar = new ExcuseCalendar(
                run.service().publicHolidays(from, until),
                run.read(Tables.EVENT).collectAsList(),
                run.read(Tables.ABSENCE).collectAsList(),
                withoutNotes(run.read(Tables.INSTRUCTION), Tables.INSTRUCTION),
                run.read(Tables.FORWARDING).collectAsList(),
                run.service().zone());
        var agendas = run.read(Tables.AGENDA)
                .filter(col("day").geq(lit(from)).and(col("day").lt(lit(run.asOf()))));
        return new Histories(
                        calendar,
                        run.read(Tables.PRACTICE).collectAsList(),
                        run.read(Tables.PRACTITIONER).collectAsList(),
                        from,
                        run.asOf())
                .of(
                        Signals.calls(calls).collectAsList(),
                        Signals.agendas(agendas).collectAsList());
    }

    /** What people wrote is nothing that a signal needs to know. */
    private static <R extends Record> List<R> withoutNotes(Dataset<R> rows, Table<R> table) {
        return rows.withColumn("note", lit(null).cast("string"))
                .as(table.encoder())
                .collectAsList();
    }

    private static <R extends Record> Dataset<R> rows(StageRun run, Table<R> table, List<R> rows) {
        return run.spark().createDataset(rows, table.encoder()).coalesce(1);
    }

    private static SignalRow row(SignalReading reading) {
        return new SignalRow(
                reading.asOf(),
                reading.practiceId(),
                reading.practitionerId(),
                reading.signal(),
                reading.observed().numerator(),
                reading.observed().denominator(),
                known(reading.rate()),
                reading.baseline(),
                known(reading.peers()),
                reading.score(),
                reading.pValue(),
                reading.since(),
                reading.alarm());
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
