package fr.vigie.jobs.signals;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;

import fr.vigie.call.Disposition;
import fr.vigie.call.Request;
import fr.vigie.call.TransferResult;
import fr.vigie.input.Agenda;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.spark.RecordEncoder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/** Calls and agendas to weeks. */
final class Signals {
    /** 1970-01-01 was a Thursday. */
    private static final int DAYS_FROM_MONDAY = 3;

    private Signals() {}

    /** A practice's calls of a week; weeks count from the Monday before 1970-01-01. */
    public record CallWeek(
            String practiceId, int week, int transfers, int declined, int unanswered, int requests, int withoutSlot) {}

    /** A doctor's agenda of a week. */
    public record AgendaWeek(
            String practitionerId, String practiceId, int week, int minutes, int halfDays, int closedLate) {}

    /** The Monday of a week. */
    static LocalDate monday(int week) {
        return LocalDate.ofEpochDay(7L * week - DAYS_FROM_MONDAY);
    }

    /** What became of the calls that were put through or asked for an appointment. */
    static Dataset<CallWeek> calls(Dataset<CallRow> calls) {
        var transfer = col("transferResult");
        var asked = isOneOf(col("request"), Request.BOOKING, Request.NEW_PATIENT)
                .and(col("disposition").isNotNull());
        return calls.groupBy(col("practiceId"), week(col("localDate")).as("week"))
                .agg(
                        count(transfer.isNotNull()).as("transfers"),
                        count(isOneOf(transfer, TransferResult.DECLINED)).as("declined"),
                        count(isOneOf(transfer, TransferResult.NO_ANSWER)).as("unanswered"),
                        count(asked).as("requests"),
                        count(asked.and(isOneOf(col("disposition"), Disposition.NO_SLOT)))
                                .as("withoutSlot"))
                .as(RecordEncoder.of(CallWeek.class));
    }

    /** Minutes, half-days and half-days closed late; a half-day without any slot was not opened. */
    static Dataset<AgendaWeek> agendas(Dataset<Agenda> agendas) {
        var late = coalesce(col("closedLateSlots"), lit(0));
        return agendas.groupBy(
                        col("practitionerId"),
                        col("practiceId"),
                        week(col("day")).as("week"))
                .agg(
                        sum(col("openedMinutes")).cast("int").as("minutes"),
                        count(col("openedSlots").plus(late).gt(0)).as("halfDays"),
                        count(late.gt(0)).as("closedLate"))
                .as(RecordEncoder.of(AgendaWeek.class));
    }

    private static Column week(Column date) {
        return unix_date(date).plus(DAYS_FROM_MONDAY).divide(7).cast("int");
    }

    private static Column count(Column condition) {
        return sum(coalesce(condition, lit(false)).cast("int")).cast("int");
    }

    private static Column isOneOf(Column column, Enum<?>... values) {
        return column.isin(Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toArray());
    }
}
