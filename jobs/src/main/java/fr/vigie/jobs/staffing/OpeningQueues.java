package fr.vigie.jobs.staffing;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.call.Outcome;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.spark.RecordEncoder;
import fr.vigie.load.DayLoad;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Callers who wait when the lines open. The load counts them in the first interval; here they are told from those who call
 * during it, by what share of them the calls of the weeks before had waiting at that moment.
 */
final class OpeningQueues implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A weekday with few calls is thought to be like the others: so many calls of theirs count with its own. */
    private static final double CALLS_OF_OTHER_DAYS = 100;

    private static final Object[] NOT_OFFERED = {
        Outcome.CLOSED.name().toLowerCase(Locale.ROOT), Outcome.BLOCKED.name().toLowerCase(Locale.ROOT)
    };

    private final ZoneId zone;
    private final HashMap<Opening, Share> byDay = new HashMap<>();
    private final HashMap<Opening, Share> byHour = new HashMap<>();

    /**
     * When lines open.
     *
     * @param minute of the local day
     */
    private record Opening(String team, @Nullable DayOfWeek day, int minute) implements Serializable {
        Opening onAnyDay() {
            return new Opening(team, null, minute);
        }
    }

    /** A moment at which lines opened; public for its encoder. */
    public record Moment(String team, LocalDate localDate, int minute, Instant opensAt) {}

    private record Share(long waiting, long calls) implements Serializable {
        Share plus(Share other) {
            return new Share(waiting + other.waiting, calls + other.calls);
        }
    }

    private OpeningQueues(ZoneId zone) {
        this.zone = zone;
    }

    /** Nobody waits. */
    static OpeningQueues none() {
        return new OpeningQueues(ZoneOffset.UTC);
    }

    /**
     * What calls tell.
     *
     * @param calls rows of the table {@code call} of the dates given
     * @param practices with their groups
     * @param hours opening hours by team
     * @param before how long before opening callers may queue
     * @param minutes the length of an interval
     */
    static OpeningQueues of(
            Dataset<Row> calls,
            Dataset<PracticeRow> practices,
            Map<String, OpeningHours> hours,
            List<LocalDate> dates,
            ZoneId zone,
            Duration before,
            int minutes) {
        var moments = new ArrayList<Moment>();
        hours.forEach((team, open) -> dates.forEach(date -> open.on(date)
                .forEach(stretch -> moments.add(new Moment(
                        team,
                        date,
                        stretch.from(),
                        date.atTime(stretch.from() / 60, stretch.from() % 60)
                                .atZone(zone)
                                .toInstant())))));
        var spark = calls.sparkSession();
        var opens = spark.createDataset(moments, RecordEncoder.of(Moment.class)).as("o");
        var team = hours.containsKey(DayLoad.NETWORK) ? lit(DayLoad.NETWORK) : col("p.group");
        var answeredOrGone = coalesce(col("c.answered_at"), col("c.ended_at"));
        var waiting = col("c.arrived_at").lt(col("o.opensAt")).and(answeredOrGone.geq(col("o.opensAt")));
        var queues = new OpeningQueues(zone);
        calls.filter(not(col("outcome").isin(NOT_OFFERED)))
                .as("c")
                .join(practices.as("p"), col("c.practice_id").equalTo(col("p.practiceId")), "left_outer")
                .join(
                        opens,
                        team.equalTo(col("o.team"))
                                .and(col("c.local_date").equalTo(col("o.localDate")))
                                .and(col("c.arrived_at").geq(col("o.opensAt").minus(lit(before))))
                                .and(col("c.arrived_at").lt(col("o.opensAt").plus(lit(Duration.ofMinutes(minutes))))))
                .groupBy(col("o.team"), col("o.localDate"), col("o.minute"))
                .agg(sum(when(waiting, 1L).otherwise(0L)), count(lit(1)))
                .collectAsList()
                .forEach(row -> queues.add(
                        new Opening(row.getString(0), row.getLocalDate(1).getDayOfWeek(), row.getInt(2)),
                        new Share(row.getLong(3), row.getLong(4))));
        return queues;
    }

    private void add(Opening opening, Share share) {
        byDay.merge(opening, share, Share::plus);
        byHour.merge(opening.onAnyDay(), share, Share::plus);
    }

    /** The share, 0 to 1, of an interval's calls that wait already when it begins and lines open with it. */
    double share(ForecastRow interval) {
        var opens = interval.startsAt().atZone(zone);
        var opening = new Opening(
                interval.id(), interval.localDate().getDayOfWeek(), 60 * opens.getHour() + opens.getMinute());
        var any = byHour.getOrDefault(opening.onAnyDay(), new Share(0, 0));
        var own = byDay.getOrDefault(opening, new Share(0, 0));
        if (any.calls() == 0) {
            return 0;
        }
        double usual = (double) any.waiting() / any.calls();
        return (own.waiting() + CALLS_OF_OTHER_DAYS * usual) / (own.calls() + CALLS_OF_OTHER_DAYS);
    }
}
