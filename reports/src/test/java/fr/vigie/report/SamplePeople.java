package fr.vigie.report;

import fr.vigie.shortfall.Factor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A day that fell short, three teams of which one is small, and a plan of three months. */
final class SamplePeople {
    private static final LocalDate YESTERDAY = SampleManagers.WEEK.minusDays(1);

    private SamplePeople() {}

    static People people() {
        return new People(
                List.of(missed("day", 0.825, 0.712, true), missed("morning", 0.80, 0.6, true)),
                List.of(
                        care("north", OptionalInt.empty(), 0.86),
                        care("north", OptionalInt.of(9), 0.93),
                        withheld("south")),
                List.of(month(5, 2, 0.31, 0.31), month(6, 0, 0.45, 0.18), month(7, 0, 0.62, 0.19)));
    }

    /** Parts that add up to what is seen less what was promised. */
    static MissedTarget missed(String part, double promised, double seen, boolean presenceKnown) {
        double gap = seen - promised;
        return new MissedTarget(
                "network",
                YESTERDAY,
                part,
                0.8,
                promised,
                seen,
                3000,
                3360,
                62,
                66,
                7.5,
                -1.3,
                presenceKnown,
                Map.of(
                        Factor.VOLUME,
                        gap + 0.05 - 0.01,
                        Factor.HANDLING_TIME,
                        -0.03,
                        Factor.ABSENCE,
                        -0.02,
                        Factor.ADHERENCE,
                        0.01,
                        Factor.REST,
                        0.0));
    }

    private static CareLine care(String team, OptionalInt hour, double occupancy) {
        boolean all = hour.isEmpty();
        return new CareLine(
                team,
                hour,
                OptionalDouble.of(occupancy),
                OptionalDouble.of(0.11),
                figure(all, 41),
                figure(all, 95.4),
                figure(all, 23),
                figure(all, 61),
                figure(all, 1250),
                figure(all, 210));
    }

    private static OptionalDouble figure(boolean known, double value) {
        return known ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static CareLine withheld(String team) {
        var none = OptionalDouble.empty();
        return new CareLine(team, OptionalInt.empty(), none, none, none, none, none, none, none, none);
    }

    private static CapacityLine month(int month, int hires, double without, double with) {
        return new CapacityLine(
                LocalDate.of(2026, month, 1),
                75_000,
                71_000,
                79_500,
                1_830,
                1_790,
                1_880,
                hires,
                6_080,
                without,
                with,
                new CapacityLine.Instead(0.031, 3_500, 0.2),
                new CapacityLine.Instead(0.031, 1_033, 0.2));
    }
}
