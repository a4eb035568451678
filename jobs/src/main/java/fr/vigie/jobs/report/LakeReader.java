package fr.vigie.jobs.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.report.Provenance;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;

/** The tables that a report has declared, and no others; and the log of the runs that wrote them. */
final class LakeReader {
    private final StageRun run;
    private final List<Table<?>> declared;

    LakeReader(StageRun run, Report report) {
        this.run = run;
        this.declared = report.reads();
    }

    <R extends Record> Dataset<R> read(Table<R> table) {
        if (!declared.contains(table)) {
            throw new IllegalArgumentException("The report did not declare that it reads " + table.name() + ".");
        }
        return run.read(table);
    }

    /** The rows of the last date on which a stage wrote any, up to a date and with it. */
    <R extends Record> List<R> latest(Table<R> table, LocalDate asOf, Function<R, LocalDate> date) {
        var rows = read(table).where(col("asOf").leq(lit(asOf))).collectAsList();
        var latest = rows.stream().map(date).max(Comparator.naturalOrder());
        return rows.stream()
                .filter(row -> latest.filter(date.apply(row)::equals).isPresent())
                .toList();
    }

    /** Where the content of the declared tables comes from; tables that were never written are left out. */
    List<Provenance> provenance() {
        return declared.stream()
                .flatMap(table -> run.runOf(table).map(id -> new Provenance(table.name(), id)).stream())
                .sorted(Comparator.comparing(Provenance::table))
                .toList();
    }

    /** The configuration that a declared table was made with, as JSON. */
    Optional<String> configurationOf(Table<?> table) {
        return run.runOf(table).flatMap(id -> run.read(Tables.RUN).collectAsList().stream()
                .filter(row -> row.runId().equals(id))
                .map(RunRow::configuration)
                .findFirst());
    }
}
