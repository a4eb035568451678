package fr.vigie.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.input.Shift;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.lake.DatedFiles;
import fr.vigie.jobs.lake.Digest;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.PublishedRosterRow;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.ShiftsInUse;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.roster.AnsweredTeams;
import fr.vigie.roster.PlacedTeams;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a stage is given for one run, and where it hands in what it made. */
public final class StageRun {
    private final Lake lake;
    private final VigieConfig config;
    private final LocalDate asOf;
    private final String runId;
    private final Path reports;
    private final Optional<RunRow> previous;
    private final Map<String, Digest> outputs = new TreeMap<>();
    private final Map<String, Double> metrics = new TreeMap<>();

    public StageRun(Lake lake, VigieConfig config, LocalDate asOf, String runId, Path reports) {
        this(lake, config, asOf, runId, reports, Optional.empty());
    }

    StageRun(Lake lake, VigieConfig config, LocalDate asOf, String runId, Path reports, Optional<RunRow> previous) {
        this.previous = previous;
        this.lake = lake;
        this.config = config;
        this.asOf = asOf;
        this.runId = runId;
        this.reports = reports;
    }

    /** The rows of a table; none when nothing was written to it yet. */
    public <R extends Record> Dataset<R> read(Table<R> table) {
        return lake.read(table);
    }

    /** Who is planned for what in a time, half-open: the published roster of its weeks, the shifts file elsewhere. */
    public List<Shift> shifts(Instant from, Instant until) {
        return ShiftsInUse.between(
                read(Tables.SHIFT), read(Tables.ROSTER_PUBLISHED), service().zone(), from, until);
    }

    /** Which of those teams operators answer for, by the rosters published of the weeks from a day on and by their skills. */
    public PlacedTeams teams(Collection<String> teams, LocalDate from) {
        var published = read(Tables.ROSTER_PUBLISHED)
                .where(col("week").gt(lit(from.minusWeeks(1))))
                .collectAsList();
        return PlacedTeams.of(teams, read(Tables.OPERATOR).collectAsList(), ShiftsInUse.teams(published));
    }

    /** Which of those teams operators answered for by what was planned when a day began. */
    public AnsweredTeams teamsAsBegan(Collection<String> teams, LocalDate day) {
        var known = ShiftsInUse.knownAsDayBegan(publishedAround(day), service().zone(), day);
        return PlacedTeams.of(teams, read(Tables.OPERATOR).collectAsList(), ShiftsInUse.teams(known))
                .on(day);
    }

    private List<PublishedRosterRow> publishedAround(LocalDate day) {
        return read(Tables.ROSTER_PUBLISHED)
                .where(col("week").geq(lit(day.minusWeeks(1))).and(col("week").leq(lit(day))))
                .collectAsList();
    }

    /** Who was planned for what when a day began. */
    public List<Shift> shiftsAsBegan(LocalDate day) {
        var zone = service().zone();
        var within = col("endsAt")
                .gt(lit(day.atStartOfDay(zone).toInstant()))
                .and(col("startsAt").lt(lit(day.plusDays(1).atStartOfDay(zone).toInstant())));
        return ShiftsInUse.asDayBegan(
                read(Tables.SHIFT).where(within).collectAsList(), publishedAround(day), zone, day);
    }

    /**
     * The run that made the table's content as of this run's date, or its last one where it holds nothing of that date;
     * empty when nothing was written to it yet.
     */
    public Optional<String> runOf(Table<?> table) {
        return lake.runOf(table, asOf).or(() -> lake.runOf(table));
    }

    /** The configurations, as JSON, that the table's rows of those dates were made with; what the log of runs does not know is left out. */
    public Map<LocalDate, String> configurations(Table<?> table, Collection<LocalDate> dates) {
        var log = RunLog.of(lake);
        var known = new TreeMap<LocalDate, String>();
        dates.forEach(date ->
                lake.runOf(table, date).flatMap(log::find).ifPresent(run -> known.put(date, run.configuration())));
        return known;
    }

    public SparkSession spark() {
        return lake.spark();
    }

    /** The stage's own block of the configuration. */
    public <C extends Record> C config(Class<C> type) {
        return config.block(type);
    }

    /** Zone, opening hours, holidays, service level: what all stages share. */
    public ServiceConfig service() {
        return config.block(ServiceConfig.class);
    }

    /** The first day that the run may not know anything of: by default the day after the last one in the lake. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The id of this run: the same code, configuration and input give the same. */
    public String runId() {
        return runId;
    }

    /** The folder under which each audience has its own. */
    public Path reports() {
        return reports;
    }

    /** Commits the rows as the table's whole content. */
    public <R extends Record> void replace(Table<R> table, Dataset<R> rows) {
        outputs.put(table.name(), lake.replace(table, rows, runId));
    }

    /** Commits the rows as the table's content of this run's {@link #asOf}, and leaves other dates alone. */
    public <R extends Record> void replaceAsOf(Table<R> table, Dataset<R> rows) {
        outputs.put(table.name(), lake.replace(table, rows, runId, asOf));
    }

    /**
     * The run that made what the stage's first table contains now, if it had the same code and configuration; empty
     * otherwise.
     */
    public Optional<RunRow> previous() {
        return previous;
    }

    /**
     * Commits data files in place of others.
     *
     * @param days the business dates whose rows are others than before
     * @param content what the whole table then contains
     */
    public void exchange(
            Table<?> table, List<DataFile> removed, List<DataFile> added, Collection<LocalDate> days, Digest content) {
        new DatedFiles(lake, table).exchangeAll(removed, added, runId, days);
        outputs.put(table.name(), content);
    }

    /** The data files of a table with business dates. */
    public DatedFiles files(Table<?> table) {
        return new DatedFiles(lake, table);
    }

    /** What those rows of a table contain that fulfil a condition. */
    public Digest digest(Table<?> table, Column condition) {
        return lake.digest(table, condition);
    }

    /** The business date before which rows of the table were removed by the limits of retention. */
    public Optional<LocalDate> purgedBefore(Table<?> table) {
        return lake.purgedBefore(table);
    }

    /** The version of a table's content. */
    public String versionOf(Table<?> table) {
        return lake.version(table);
    }

    /** The rows with the table's column names. */
    public Dataset<Row> readColumns(Table<?> table) {
        return lake.readColumns(table);
    }

    /** Notes a figure of this run. */
    public void metric(String name, double value) {
        metrics.put(name, value);
    }

    Map<String, Digest> outputs() {
        return outputs;
    }

    /** The figures noted so far. */
    public Map<String, Double> metrics() {
        return Collections.unmodifiableMap(metrics);
    }
}
