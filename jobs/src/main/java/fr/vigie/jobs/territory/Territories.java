package fr.vigie.jobs.territory;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import fr.vigie.call.Disposition;
import fr.vigie.call.Outcome;
import fr.vigie.call.Request;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.TerritoryRow;
import fr.vigie.jobs.spark.RecordEncoder;
import fr.vigie.territory.Figure;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/** Calls to what a panel is made of, and figures to rows. */
final class Territories {
    private static final Column OFFERED =
            is("outcome", Outcome.ANSWERED, Outcome.ABANDONED, Outcome.OVERFLOWED, Outcome.VOICEMAIL);
    private static final Column REFUSED = is("disposition", Disposition.NEW_PATIENT_REFUSED);

    private Territories() {}

    /**
     * What the calls of each of some practices add up to.
     *
     * @param calls all calls
     * @param practices the ids of those that agreed
     * @param period the days
     */
    static Dataset<PracticeCalls> ofPractices(Dataset<CallRow> calls, Collection<String> practices, Period period) {
        return calls.filter(col("localDate")
                        .geq(lit(period.from()))
                        .and(col("localDate").lt(lit(period.until())))
                        .and(col("practiceId").isin(practices.toArray())))
                .groupBy(col("practiceId"), col("keyId"))
                .agg(
                        count_distinct(col("callerKey")).as("callers"),
                        number(col("attempt").equalTo(1).and(not(is("outcome", Outcome.CLOSED))))
                                .as("firstAttempts"),
                        number(OFFERED).as("offered"),
                        number(is("outcome", Outcome.ABANDONED)).as("abandoned"),
                        number(is("disposition", Disposition.BOOKED, Disposition.NO_SLOT))
                                .as("slotRequests"),
                        number(is("disposition", Disposition.NO_SLOT)).as("noSlot"),
                        number(REFUSED.or(is("request", Request.NEW_PATIENT).and(is("outcome", Outcome.ANSWERED))))
                                .as("newPatients"),
                        number(REFUSED).as("newPatientsRefused"))
                .groupBy(col("practiceId"))
                // The same person has another pseudonym under another key: those of one key are counted, never added
                // up.
                .agg(
                        max(col("callers")).as("callers"),
                        sums(
                                "firstAttempts",
                                "offered",
                                "abandoned",
                                "slotRequests",
                                "noSlot",
                                "newPatients",
                                "newPatientsRefused"))
                .as(RecordEncoder.of(PracticeCalls.class));
    }

    private static Column[] sums(String... columns) {
        return Arrays.stream(columns).map(c -> sum(col(c)).as(c)).toArray(Column[]::new);
    }

    /** A figure as the row of a date. */
    static TerritoryRow row(LocalDate asOf, Figure figure) {
        return new TerritoryRow(
                asOf,
                figure.territory().mesh().key(),
                figure.territory().id(),
                figure.name(),
                figure.period(),
                figure.indicator().key(),
                figure.value(),
                figure.low(),
                figure.high(),
                figure.units(),
                figure.persons(),
                figure.masked(),
                figure.note());
    }

    private static Column is(String column, Enum<?>... values) {
        return col(column)
                .isin(Arrays.stream(values)
                        .map(value -> (Object) value.name().toLowerCase(Locale.ROOT))
                        .toArray());
    }

    private static Column number(Column condition) {
        return count(when(condition, 1));
    }
}
