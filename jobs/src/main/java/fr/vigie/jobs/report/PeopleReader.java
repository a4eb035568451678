package fr.vigie.jobs.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.jobs.lake.CapacityRow;
import fr.vigie.jobs.lake.CareRow;
import fr.vigie.jobs.lake.ShortfallRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.report.CapacityLine;
import fr.vigie.report.CareLine;
import fr.vigie.report.MissedTarget;
import fr.vigie.report.People;
import fr.vigie.shortfall.Factor;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the tables say of the operators as a team. */
public final class PeopleReader {
    /** The order in which the parts of a day are told. */
    private static final List<String> PARTS = List.of(MissedTarget.DAY, "morning", "midday", "afternoon");

    private PeopleReader() {}

    /** The gap of the day before, and the latest figures of care and capacity. */
    static People of(LakeReader lake, LocalDate asOf) {
        var missed = lake.read(Tables.SHORTFALL)
                .where(col("asOf").equalTo(lit(asOf)))
                .collectAsList();
        return new People(
                missed(missed),
                lake.latest(Tables.CARE, asOf, CareRow::asOf).stream()
                        .sorted(Comparator.comparing(CareRow::team)
                                .thenComparing(CareRow::hour, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .map(PeopleReader::care)
                        .toList(),
                lake.latest(Tables.CAPACITY, asOf, CapacityRow::asOf).stream()
                        .sorted(Comparator.comparing(CapacityRow::month))
                        .map(PeopleReader::capacity)
                        .toList());
    }

    /** Rows of the table of shortfalls in the order in which they are told. */
    public static List<MissedTarget> missed(List<ShortfallRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(ShortfallRow::group).thenComparingInt(row -> PARTS.indexOf(row.part())))
                .map(PeopleReader::missed)
                .toList();
    }

    private static MissedTarget missed(ShortfallRow row) {
        return new MissedTarget(
                row.group(),
                row.localDate(),
                row.part(),
                row.target(),
                row.promised(),
                row.seen(),
                row.plannedCalls(),
                row.calls(),
                row.plannedAhtSeconds(),
                row.ahtSeconds(),
                row.absentHours(),
                row.offPhoneHours(),
                row.presenceKnown(),
                Map.of(
                        Factor.VOLUME, row.volume(),
                        Factor.HANDLING_TIME, row.handlingTime(),
                        Factor.ABSENCE, row.absence(),
                        Factor.ADHERENCE, row.adherence(),
                        Factor.REST, row.rest()));
    }

    private static CareLine care(CareRow row) {
        return new CareLine(
                row.team(),
                row.hour() == null ? OptionalInt.empty() : OptionalInt.of(row.hour()),
                optional(row.occupancy()),
                optional(row.hardCalls()),
                optional(row.typicalRunMinutes()),
                optional(row.longRunMinutes()),
                optional(row.typicalCallsInARow()),
                optional(row.longCallsInARow()),
                optional(row.readyHours()),
                optional(row.hoursOverCeiling()));
    }

    private static CapacityLine capacity(CapacityRow row) {
        return new CapacityLine(
                row.month(),
                row.calls(),
                row.callsLow(),
                row.callsHigh(),
                row.hoursNeeded(),
                row.hoursWithout(),
                row.hours(),
                row.hires(),
                row.hireEuros(),
                row.riskWithout(),
                row.risk(),
                new CapacityLine.Instead(row.overflowShare(), row.overflowEuros(), row.overflowRisk()),
                new CapacityLine.Instead(row.deflectionShare(), row.deflectionEuros(), row.deflectionRisk()));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
