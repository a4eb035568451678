package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the centre, the week and the people: the roster is legal, by {@link RosterCheck} and by {@link MinuteCheck}. */
class HardWeeksTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String ONE_PLACE = "one-place-at-a-time";
    private static final int[] CONTRACT_HOURS = {0, 3, 6, 10, 17, 24, 28, 34, 35, 39, 44, 48};

    private enum Centre {
        ANSWERING_SERVICE,
        NEVER_CLOSED,
        SEVEN_DAYS,
        CLOSED_AT_NOON,
        THREE_HOURS_A_DAY;

        boolean isOpen(LocalDateTime at) {
            int hour = at.getHour();
            boolean sunday = at.getDayOfWeek() == DayOfWeek.SUNDAY;
            return switch (this) {
                case ANSWERING_SERVICE -> hour >= 7 && hour < 19 && !sunday;
                case NEVER_CLOSED -> true;
                case SEVEN_DAYS -> hour >= 8 && hour < 20;
                case CLOSED_AT_NOON -> ((hour >= 8 && hour < 12) || (hour >= 14 && hour < 18)) && !sunday;
                case THREE_HOURS_A_DAY -> hour >= 8 && hour < 11 && !sunday;
            };
        }
    }

    private enum Week {
        ORDINARY("2026-03-02"),
        ASCENSION("2026-05-11"),
        MAY_DAY("2026-04-27"),
        SPRING_CHANGE("2026-03-23"),
        AUTUMN_CHANGE("2026-10-19"),
        FROM_SUNDAY("2026-03-01"),
        FROM_SATURDAY_WITH_THE_CHANGE("2026-10-24");

        private final LocalDate first;

        Week(String first) {
            this.first = LocalDate.parse(first);
        }

        boolean isClosed(LocalDate day) {
            return this == ASCENSION && day.equals(LocalDate.of(2026, 5, 14));
        }
    }

    record Case(Centre centre, Week week, LabourProfile profile) {}

    /** Every centre in every week, and both under every profile. */
    static Stream<Case> cases() {
        var profiles = LabourProfile.values();
        return Arrays.stream(Centre.values()).flatMap(centre -> Arrays.stream(Week.values())
                .map(week -> new Case(centre, week, profiles[(centre.ordinal() + week.ordinal()) % profiles.length])));
    }

    /** A case with its people, what they worked before, and the roster that was made of it. */
    private record Made(List<Employee> people, List<Shift> history, RosterPlan plan) {
        private static final Map<Case, Made> KNOWN = new ConcurrentHashMap<>();

        static Made of(Case hard) {
            return KNOWN.computeIfAbsent(hard, Made::anew);
        }

        private static Made anew(Case hard) {
            var random = random(hard);
            var history = new ArrayList<Shift>();
            var people = HardWeeksTest.people(hard, random, history);
            return new Made(people, history, HardWeeksTest.plan(hard, people));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRosterIsLegalAndPaysNobodyTooMuch(Case hard) {
        var made = Made.of(hard);
        var plan = made.plan();
        var pieces = all(made.history(), plan.pieces());
        assertEquals(List.of(), found(hard, made.people(), pieces));
        assertEquals(new TreeMap<String, Set<String>>(), byMinutes(hard, made.people(), pieces));
        assertTrue(plan.unplannedMinutes().values().stream().allMatch(m -> m >= 0), () -> plan.unplannedMinutes()
                .toString());
        for (var quarter : plan.coverage()) {
            assertEquals(
                    quarter.planned(), onThePhone(plan, quarter.startsAt()), () -> quarter.startsAt() + " of " + hard);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bothJudgesSeeTheSameInARosterThatWasSpoilt(Case hard) {
        assertEquals(List.of(), disagreements(hard, random(hard), new TreeSet<>()));
    }

    @Test
    void spoiltRostersBreakEveryRuleThatBothJudge() {
        var seen = new TreeSet<String>();
        cases().filter(hard -> hard.profile() == LabourProfile.IDCC_2098_CENTRES_APPELS)
                .forEach(hard -> {
                    var random = random(hard);
                    for (int time = 0; time < 8; time++) {
                        assertEquals(List.of(), disagreements(hard, random, seen));
                    }
                });
        assertEquals(new TreeSet<>(MinuteCheck.RULES), seen);
    }

    /** Spoils a roster step by step, notes what it breaks, and what the judges see differently. */
    private static List<String> disagreements(Case hard, RandomGenerator random, Set<String> seen) {
        var people = Made.of(hard).people();
        var history = Made.of(hard).history();
        var pieces = Made.of(hard).plan().pieces();
        var disagreements = new ArrayList<String>();
        for (int i = 0; i < 20 && !pieces.isEmpty(); i++) {
            var chosen = pieces.get(random.nextInt(pieces.size()));
            pieces = spoilt(pieces, chosen, random);
            var own = all(history, pieces).stream()
                    .filter(piece -> piece.operatorId().equals(chosen.operatorId()))
                    .toList();
            var expected = byMinutes(hard, people, own);
            var actual = new TreeMap<String, Set<String>>();
            found(hard, people, own).stream()
                    .filter(found -> MinuteCheck.RULES.contains(found.rule()))
                    .collect(Collectors.groupingBy(
                            Violation::operatorId, Collectors.mapping(Violation::rule, Collectors.toSet())))
                    .forEach((operatorId, rules) -> put(actual, operatorId, rules));
            expected.values().forEach(seen::addAll);
            if (!expected.equals(actual)) {
                disagreements.add(expected + " and " + actual + " in " + own);
            }
        }
        return disagreements;
    }

    private static RosterPlan plan(Case hard, List<Employee> people) {
        var agents = new HashMap<Instant, Integer>();
        var start = hard.week().first.atStartOfDay(PARIS);
        for (var at = start; at.isBefore(start.plusWeeks(1)); at = at.plusMinutes(30)) {
            if (hard.centre().isOpen(at.toLocalDateTime()) && !hard.week().isClosed(at.toLocalDate())) {
                agents.put(at.toInstant(), at.getHour() < 7 ? 1 : 2 + at.getHour() % 3);
            }
        }
        return new Rostering(hard.profile(), 1_500)
                .plan(Need.of(hard.week().first, PARIS, 30, agents), people, random(hard));
    }

    /** Up to ten people with all kinds of contracts, some on leave. */
    private static List<Employee> people(Case hard, RandomGenerator random, List<Shift> history) {
        var people = new ArrayList<Employee>();
        int size = random.nextInt(11);
        for (int i = 0; i < size; i++) {
            var away = new HashSet<LocalDate>();
            int days = random.nextInt(4) == 0 ? 7 : random.nextInt(3);
            for (int d = 0; d < days; d++) {
                away.add(hard.week().first.plusDays(days == 7 ? d : random.nextInt(7)));
            }
            int hours = CONTRACT_HOURS[random.nextInt(CONTRACT_HOURS.length)];
            var id = "op%02d".formatted(i);
            var before = before(id, hours, random.nextInt(24), hard.week().first);
            var last = before.stream().map(Shift::endsAt).max(Instant::compareTo);
            people.add(new Employee(
                    id,
                    hours * 60,
                    away,
                    random.nextInt(5),
                    last.map(end -> LocalDateTime.ofInstant(end, PARIS)).orElse(null),
                    hard.profile().minutesLeft(before, PARIS, hard.week().first),
                    standing(hard, random)));
            history.addAll(before);
        }
        return people;
    }

    /** Sundays are worked where lines are open then; one of three is a minor, some of age within the week. */
    private static Standing standing(Case hard, RandomGenerator random) {
        boolean opensOnSundays = hard.centre() == Centre.NEVER_CLOSED || hard.centre() == Centre.SEVEN_DAYS;
        var adultOn = random.nextInt(3) == 0 ? hard.week().first.plusDays(random.nextInt(60)) : null;
        return new Standing(adultOn, true, opensOnSundays);
    }

    /** Eleven weeks of 46 hours for whoever has the contract for it, and for some a Sunday that ended late. */
    private static List<Shift> before(String id, int contractHours, int sundayHour, LocalDate first) {
        var before = new ArrayList<Shift>();
        for (int week = 1; week <= 11 && contractHours > 40; week++) {
            for (int day = 0; day < 5; day++) {
                var start = first.minusWeeks(week).plusDays(day).atTime(8, 0).atZone(PARIS);
                before.add(new Shift(
                        id, start.toInstant(), start.plusMinutes(9 * 60 + 12).toInstant(), Activity.CALLS));
            }
        }
        if (sundayHour > 11) {
            var start = first.minusDays(1).atTime(sundayHour - 3, 0).atZone(PARIS);
            before.add(new Shift(id, start.toInstant(), start.plusHours(3).toInstant(), Activity.CALLS));
        }
        return before;
    }

    private static List<Violation> found(Case hard, List<Employee> people, List<Shift> pieces) {
        return new RosterCheck(hard.profile(), PARIS, hard.week().first.getDayOfWeek())
                .violations(people, pieces, hard.week().first, hard.week().first.plusWeeks(1));
    }

    /** What each person's pieces break of the profile's rules. */
    private static TreeMap<String, Set<String>> byMinutes(Case hard, List<Employee> people, List<Shift> pieces) {
        var broken = new TreeMap<String, Set<String>>();
        for (var employee : people) {
            var own = pieces.stream()
                    .filter(piece -> piece.operatorId().equals(employee.operatorId()))
                    .toList();
            if (!own.isEmpty()) {
                put(broken, employee.operatorId(), broken(hard, employee, own));
            }
        }
        return broken;
    }

    private static Set<String> broken(Case hard, Employee employee, List<Shift> own) {
        var rules = MinuteCheck.broken(employee, own, PARIS, hard.week().first);
        rules.retainAll(hard.profile().rules().stream().map(Rule::name).collect(Collectors.toSet()));
        return rules;
    }

    /** Whoever is at two places at a time has no day of which more could be said. */
    private static void put(TreeMap<String, Set<String>> broken, String operatorId, Set<String> rules) {
        if (!rules.isEmpty()) {
            broken.put(operatorId, rules.contains(ONE_PLACE) ? Set.of(ONE_PLACE) : new TreeSet<>(rules));
        }
    }

    /** One thing done to the day of a piece that may or may not be allowed. */
    private static List<Shift> spoilt(List<Shift> pieces, Shift chosen, RandomGenerator random) {
        long quarters = 900L * (1 + random.nextInt(22)) * (random.nextBoolean() ? 1 : -1);
        return switch (random.nextInt(5)) {
            case 0 -> moved(pieces, chosen, 0, Math.abs(quarters), false);
            case 1 -> moved(pieces, chosen, quarters, quarters, true);
            case 2 -> pieces.stream()
                    .map(piece -> piece.equals(chosen)
                            ? new Shift(piece.operatorId(), piece.startsAt(), piece.endsAt(), Activity.CALLS)
                            : piece)
                    .toList();
            case 3 -> longerDays(pieces, chosen, Math.abs(quarters) / 2);
            default -> onceMore(pieces, chosen);
        };
    }

    /** Every day of the person ends later. */
    private static List<Shift> longerDays(List<Shift> pieces, Shift chosen, long seconds) {
        return pieces.stream()
                .map(piece -> piece.operatorId().equals(chosen.operatorId()) && isLastOfDay(piece, pieces)
                        ? new Shift(
                                piece.operatorId(),
                                piece.startsAt(),
                                piece.endsAt().plusSeconds(seconds),
                                piece.activity())
                        : piece)
                .toList();
    }

    private static boolean isLastOfDay(Shift piece, List<Shift> pieces) {
        return pieces.stream()
                .noneMatch(other -> isSameDay(other, piece) && other.startsAt().isAfter(piece.startsAt()));
    }

    /** The whole day once more on the next date on which its person is free. */
    private static List<Shift> onceMore(List<Shift> pieces, Shift chosen) {
        var busy = pieces.stream()
                .filter(piece -> piece.operatorId().equals(chosen.operatorId()))
                .map(HardWeeksTest::date)
                .collect(Collectors.toSet());
        int days = 1;
        while (busy.contains(date(chosen).plusDays(days))) {
            days++;
        }
        long seconds = 86_400L * days;
        var day = pieces.stream().filter(piece -> isSameDay(piece, chosen));
        return Stream.concat(
                        pieces.stream(),
                        day.map(piece -> new Shift(
                                piece.operatorId(),
                                piece.startsAt().plusSeconds(seconds),
                                piece.endsAt().plusSeconds(seconds),
                                piece.activity())))
                .toList();
    }

    private static List<Shift> moved(List<Shift> pieces, Shift chosen, long start, long end, boolean wholeDay) {
        return pieces.stream()
                .map(piece -> piece.equals(chosen) || (wholeDay && isSameDay(piece, chosen))
                        ? new Shift(
                                piece.operatorId(),
                                piece.startsAt().plusSeconds(start),
                                piece.endsAt().plusSeconds(end),
                                piece.activity())
                        : piece)
                .toList();
    }

    private static boolean isSameDay(Shift piece, Shift other) {
        return piece.operatorId().equals(other.operatorId()) && date(piece).equals(date(other));
    }

    private static LocalDate date(Shift piece) {
        return LocalDate.ofInstant(piece.startsAt(), PARIS);
    }

    private static List<Shift> all(List<Shift> history, List<Shift> pieces) {
        return Stream.concat(history.stream(), pieces.stream()).collect(Collectors.toList());
    }

    private static long onThePhone(RosterPlan plan, Instant at) {
        return plan.pieces().stream()
                .filter(p -> p.activity() == Activity.CALLS)
                .filter(p -> !p.startsAt().isAfter(at) && p.endsAt().isAfter(at))
                .count();
    }

    private static RandomGenerator random(Case hard) {
        return RandomGeneratorFactory.of("L64X128MixRandom")
                .create(1_000
                        + 100L * hard.centre().ordinal()
                        + 10L * hard.week().ordinal()
                        + hard.profile().ordinal());
    }
}
