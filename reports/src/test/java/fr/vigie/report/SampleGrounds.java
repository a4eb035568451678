package fr.vigie.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Four practices of a pooled team of which two get less than promised, impatient callers, and two days of mail. */
final class SampleGrounds {
    private static final LocalDate MONDAY = SampleManagers.WEEK;

    private SampleGrounds() {}

    static Grounds grounds() {
        return new Grounds(
                List.of(
                        promise("P-003", "Cabinet des Acacias", 0.8, 20, "service", 900, 0.861),
                        promise("P-011", "Cabinet du Parc", 0.9, 20, "contract", 100, 0.882),
                        promise("P-020", "Maison de santé du Port", 0.9, 20, "contract", 300, 0.85),
                        promise("P-042", "Zoé Martin", 0.8, 20, "service", 100, 0.9)),
                List.of(
                        new CallerFigure(
                                "patience",
                                302,
                                "fitted",
                                OptionalDouble.of(302),
                                OptionalDouble.of(290),
                                OptionalDouble.of(315),
                                120_400,
                                2_310,
                                OptionalDouble.of(0.012),
                                MONDAY.minusWeeks(8),
                                MONDAY.minusDays(1)),
                        unseen("redial", 0.4)),
                work(),
                List.of(
                        new BrokenPromise("network", "long-wait", MONDAY, 510),
                        new BrokenPromise("network", "answered", MONDAY.plusDays(1), 480),
                        new BrokenPromise("network", "long-wait", MONDAY, 480),
                        new BrokenPromise("network", "occupancy", MONDAY.plusWeeks(1), 480)));
    }

    private static PracticePromise promise(
            String practice, String name, double share, double seconds, String origin, double calls, double planned) {
        return new PracticePromise(
                practice,
                name,
                "network",
                share,
                seconds,
                origin,
                MONDAY,
                MONDAY.plusDays(6),
                calls,
                OptionalDouble.of(planned + 0.06),
                OptionalDouble.of(planned),
                OptionalDouble.of(share == 0.9 ? 21.5 : 0));
    }

    /** A figure of which the calls tell nothing. */
    private static CallerFigure unseen(String figure, double usual) {
        var none = OptionalDouble.empty();
        return new CallerFigure(
                figure, usual, "usual", none, none, none, 0, 0, none, MONDAY.minusWeeks(8), MONDAY.minusDays(1));
    }

    /** 30 minutes come each half-hour; from noon on there is twice as much time, before it none. */
    private static List<SideWorkInterval> work() {
        var work = new ArrayList<SideWorkInterval>();
        for (int day = 0; day < 2; day++) {
            for (int minute = 8 * 60; minute < 16 * 60; minute += 30) {
                boolean quiet = minute >= 12 * 60;
                work.add(new SideWorkInterval(
                        "network",
                        MONDAY.plusDays(day),
                        minute,
                        quiet ? 60 : 0,
                        30,
                        quiet ? 52.5 : 0,
                        minute == 11 * 60 && day == 0 ? 60 : 0,
                        minute == 10 * 60 && day == 0 ? 2 : 0));
            }
        }
        return work;
    }
}
