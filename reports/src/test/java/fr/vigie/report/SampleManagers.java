package fr.vigie.report;

import fr.vigie.forecast.DayEffect;
import fr.vigie.forecast.Footing;
import fr.vigie.forecast.Influence;
import fr.vigie.staffing.ServiceLevelDefinition;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A week of a service that is open from Monday to Saturday, with a plausible shape. */
final class SampleManagers {
    static final LocalDate WEEK = LocalDate.of(2026, 3, 23);

    private static final Map<DayOfWeek, Double> WEIGHT = Map.of(
            DayOfWeek.MONDAY, 1.32,
            DayOfWeek.TUESDAY, 1.05,
            DayOfWeek.WEDNESDAY, 0.95,
            DayOfWeek.THURSDAY, 0.94,
            DayOfWeek.FRIDAY, 1.02,
            DayOfWeek.SATURDAY, 0.45);

    private SampleManagers() {}

    static Edition edition() {
        return new Edition(
                WEEK.minusDays(1),
                LocalDate.of(2026, 1, 26),
                WEEK.minusDays(2),
                List.of(
                        new Provenance("load", "5f0c2f3e9a7d4b11"),
                        new Provenance("forecast", "a31b8cf07e6d2290"),
                        new Provenance("staffing", "77d0e1b25c3f4a68")),
                Optional.of("index.en.html"),
                List.of("expected.csv", "need.csv", "accuracy.csv"));
    }

    static ServiceTarget target() {
        return new ServiceTarget(ServiceLevelDefinition.OFFERED, 0.8, 20, 300);
    }

    static ManagersView view() {
        var expected = new ArrayList<ExpectedLoad>();
        var needs = new ArrayList<Need>();
        for (var k = 0; k < 6; k++) {
            var day = WEEK.plusDays(k);
            for (var minute = 7 * 60; minute < 19 * 60; minute += 30) {
                var mean = calls(day, minute);
                var spread = 1.28 * Math.sqrt(mean * (1 + 0.02 * mean));
                expected.add(new ExpectedLoad(
                        day,
                        minute,
                        mean,
                        Math.max(0, mean - spread),
                        mean + spread,
                        Math.max(0, mean - 1.53 * spread),
                        mean + 1.53 * spread));
                var agents = (int) Math.ceil(mean * 65 / 1800 * 1.18 + 1);
                var scheduled = (int) Math.ceil(agents / 0.75);
                var planned = k == 5 ? OptionalInt.empty() : OptionalInt.of(minute < 780 ? 13 : 10);
                needs.add(new Need("nord", day, minute, agents, scheduled, planned));
            }
        }
        return new ManagersView(
                edition(),
                "ensemble du service",
                target(),
                WEEK,
                Demand.FIRST_ATTEMPTS,
                expected,
                totals(expected),
                effects(),
                List.of(
                        new PracticeFooting("P-251", "Cabinet P-251", Footing.ITS_KIND),
                        new PracticeFooting("P-017", "Cabinet P-017", Footing.LEFT)),
                places(),
                past(),
                needs,
                scores(),
                Optional.of("hour-of-week-regression"),
                roster(),
                SamplePeople.people(),
                scenarios(),
                List.of(),
                SampleGrounds.grounds());
    }

    /** Days err by a tenth, the week by a fifteenth. */
    private static List<ExpectedTotal> totals(List<ExpectedLoad> expected) {
        var totals = new ArrayList<ExpectedTotal>();
        for (var day : DayLoad.of(expected, List.of())) {
            totals.add(total(day.day(), 1, day.mean(), 0.1));
        }
        totals.add(
                total(WEEK, 7, expected.stream().mapToDouble(ExpectedLoad::mean).sum(), 1 / 15.0));
        return totals;
    }

    private static ExpectedTotal total(LocalDate day, int days, double calls, double doubt) {
        return new ExpectedTotal(
                day,
                days,
                calls * (1 - doubt),
                calls * (1 + doubt),
                calls * (1 - 1.5 * doubt),
                calls * (1 + 1.5 * doubt));
    }

    private static List<DayEffect> effects() {
        var effects = new ArrayList<DayEffect>();
        effects.add(new DayEffect(WEEK, Influence.DAY_AFTER, 0.31));
        effects.add(new DayEffect(WEEK.plusDays(4), Influence.MONTH_ENDS, -0.004));
        for (var k = 0; k < 6; k++) {
            effects.add(new DayEffect(WEEK.plusDays(k), Influence.SCHOOL_HOLIDAY, -0.08));
        }
        return effects;
    }

    private static Places places() {
        var effects = new ArrayList<PlaceEffect>();
        effects.add(new PlaceEffect("group", "nord", "nord", WEEK.plusDays(7), Influence.DAY_AFTER, 0.27));
        effects.add(new PlaceEffect("group", "sud", "sud", WEEK.plusDays(1), Influence.MONTH_ENDS, 0.002));
        for (var k = 0; k < 5; k++) {
            effects.add(new PlaceEffect("group", "nord", "nord", WEEK.plusDays(k), Influence.SCHOOL_HOLIDAY, -0.1));
        }
        for (int k : new int[] {1, 3, 8, 10}) {
            effects.add(new PlaceEffect("group", "none", "none", WEEK.plusDays(k), Influence.EVE, 0.15));
        }
        effects.add(
                new PlaceEffect("practice", "P-044", "Cabinet du Canal", WEEK.plusDays(2), Influence.CAMPAIGN, 0.83));
        return new Places(
                effects,
                List.of(
                        new TerritoryLoad("CU d’Arras", 31, 2210, 2040, 2390, 1950, 2480),
                        new TerritoryLoad("CC du Ternois", 12, 540, 480, 605, 450, 640),
                        new TerritoryLoad("", 2, 37, 29, 46, 24, 51)));
    }

    private static List<ScenarioOutcome> scenarios() {
        return List.of(
                scenario(ScenarioOutcome.BASE, "", 11_000, 900, 19_800),
                scenario("automate-40", "attendant=40%,per-call=0.30", 6_600, 600, 15_400),
                new ScenarioOutcome(
                        "nuit",
                        "protected-time=03:00-04:00",
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        "No line is open then."));
    }

    private static ScenarioOutcome scenario(String name, String changes, double calls, double hours, double euros) {
        return new ScenarioOutcome(
                name,
                changes,
                OptionalDouble.of(calls),
                OptionalDouble.of(calls * 65 / 3600),
                OptionalInt.of(14),
                OptionalDouble.of(hours),
                OptionalDouble.of(9.4),
                OptionalDouble.of(0.861),
                OptionalDouble.of(0.024),
                OptionalDouble.of(0.713),
                OptionalDouble.of(euros),
                OptionalDouble.empty(),
                "");
    }

    static ManagersView empty() {
        return new ManagersView(
                new Edition(WEEK, WEEK.minusDays(7), WEEK.minusDays(1), List.of(), Optional.empty(), List.of()),
                "ensemble du service",
                target(),
                WEEK,
                Demand.OFFERED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Places.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                People.UNKNOWN,
                List.of(),
                List.of(),
                Grounds.UNKNOWN);
    }

    private static double calls(LocalDate day, int minute) {
        var hour = minute / 60.0;
        var shape = 0.15 + Math.exp(-Math.pow(hour - 9.3, 2) / 3.2) + 0.62 * Math.exp(-Math.pow(hour - 15, 2) / 5);
        return 265 * WEIGHT.getOrDefault(day.getDayOfWeek(), 0.0) * shape / 1.15;
    }

    private static List<PastLoad> past() {
        var past = new ArrayList<PastLoad>();
        for (var week = 8; week >= 1; week--) {
            for (var k = 0; k < 6; k++) {
                var day = WEEK.minusWeeks(week).plusDays(k);
                for (var minute = 7 * 60; minute < 19 * 60; minute += 30) {
                    var offered = Math.round(calls(day, minute) * (1 + 0.05 * Math.sin(week * 7 + k + minute / 90.0)));
                    var busy = Math.min(1, offered / 330.0);
                    var abandoned = Math.round(offered * 0.09 * busy * busy);
                    var inTime = Math.round((offered - abandoned) * (0.97 - 0.4 * busy * (1 + 0.1 * Math.sin(week))));
                    past.add(new PastLoad(
                            day,
                            minute,
                            offered,
                            offered - abandoned,
                            abandoned,
                            inTime,
                            offered,
                            Math.round(offered * Math.max(0, busy - 0.8) * 0.2),
                            minute == 420 ? (k == 0 ? 10 : 4) : 0,
                            (offered - abandoned) * (44 + 3 * Math.sin(minute / 100.0)),
                            (offered - abandoned) * 21,
                            offered * (6 + 60 * busy * busy)));
                }
            }
        }
        return past;
    }

    private static List<Score> scores() {
        var scores = new ArrayList<Score>();
        for (var level : List.of("network", "group", "practice")) {
            for (var horizon : List.of("next-day", "days-2-14", "weeks-2-6")) {
                var base = level.equals("practice") ? 0.41 : level.equals("group") ? 0.12 : 0.089;
                scores.add(score("seasonal-naive", level, horizon, base * 1.31, 1.0));
                scores.add(score("mean-of-same-weekdays", level, horizon, base * 1.04, 0.83));
                scores.add(score("hour-of-week-regression", level, horizon, base, 0.78));
            }
        }
        return scores;
    }

    private static Score score(String model, String level, String horizon, double wape, double mase) {
        return new Score(
                model,
                level,
                "all",
                horizon,
                OptionalDouble.of(wape),
                OptionalDouble.of(mase),
                OptionalDouble.of(wape * 104),
                OptionalDouble.of(wape * 31),
                OptionalDouble.of(0.517),
                OptionalDouble.of(0.812),
                level.equals("practice") ? OptionalDouble.empty() : OptionalDouble.of(0.944));
    }

    private static List<ShiftPiece> roster() {
        var roster = new ArrayList<ShiftPiece>();
        var names = List.of("Amandine R.", "Bilal K.", "Chloé D.", "David M.", "Élise P.", "Farid B.", "Gaëlle T.");
        for (var who = 0; who < names.size(); who++) {
            for (var k = 0; k < 6; k++) {
                if ((who + k) % 6 == 5) {
                    continue;
                }
                var day = WEEK.plusDays(k);
                var start = 420 + who % 4 * 60;
                var name = names.get(who);
                roster.add(new ShiftPiece(name, day, start, start + 150, "calls"));
                roster.add(new ShiftPiece(name, day, start + 150, start + 165, "break"));
                roster.add(new ShiftPiece(name, day, start + 165, start + 300, "calls"));
                roster.add(new ShiftPiece(name, day, start + 300, start + 345, "break"));
                roster.add(new ShiftPiece(name, day, start + 345, start + 480, who == 3 ? "work" : "calls"));
            }
        }
        return roster;
    }
}
