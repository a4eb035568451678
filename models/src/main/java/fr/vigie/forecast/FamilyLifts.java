package fr.vigie.forecast;

import fr.vigie.calendar.SpecialDay;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What occasions of a kind did to the calls of a family's members: a campaign is rare at one practice, not at sixty.
 *
 * <p>A day with an occasion that concerns the share x is held against the mean m of the same weekdays of the eight weeks before on which
 * nothing happened. The lift is sum of x * (came - m) over sum of x² * m, as if some hundred calls had come without any.
 */
final class FamilyLifts {
    private static final int WEEKS = 8;
    private static final int FEWEST_WEEKS = 3;
    private static final double CALLS_WITHOUT_LIFT = 100;

    /** A day of a member: what happened, what came and what would have come. */
    private record Day(LocalDate day, Map<Effect, Double> shares, double came, double usual) {}

    private final List<Day> days;
    private final List<Outlook> members;
    private final Map<Integer, Map<Effect, Double>> known = new TreeMap<>();

    FamilyLifts(List<Outlook> members) {
        this.members = members;
        days = members.stream().flatMap(member -> days(member).stream()).toList();
    }

    private static List<Day> days(Outlook member) {
        var occasions = new Occasions(member);
        return occasions.effects().isEmpty() ? List.of() : new MemberDays(member, occasions).all();
    }

    private record MemberDays(Outlook member, Occasions occasions, TreeMap<LocalDate, Double> totals) {
        MemberDays(Outlook member, Occasions occasions) {
            this(member, occasions, totals(member));
        }

        private static TreeMap<LocalDate, Double> totals(Outlook member) {
            var series = member.series();
            var totals = new TreeMap<LocalDate, Double>();
            for (int i = 0; i < series.length(); i++) {
                if (series.isKnown(i)) {
                    totals.merge(series.timeline().date(series.timeline().day(i)), series.value(i), Double::sum);
                }
            }
            return totals;
        }

        List<Day> all() {
            return totals.entrySet().stream()
                    .filter(total -> occasions.happensOn(total.getKey()) && isOrdinary(total.getKey()))
                    .map(total -> day(total.getKey(), total.getValue()))
                    .filter(day -> day.usual >= 0)
                    .toList();
        }

        private Day day(LocalDate day, double came) {
            return new Day(day, occasions.on(day, day.plusDays(1)), came, usual(day));
        }

        private boolean isOrdinary(LocalDate day) {
            return member.almanac().kind(day) == SpecialDay.ORDINARY;
        }

        /** -1 where too little is known. */
        private double usual(LocalDate day) {
            double sum = 0;
            int count = 0;
            for (int week = 1; week <= WEEKS; week++) {
                var before = day.minusWeeks(week);
                var calls = totals.get(before);
                if (calls != null && isOrdinary(before) && !occasions.happensOn(before)) {
                    sum += calls;
                    count++;
                }
            }
            return count < FEWEST_WEEKS ? -1 : sum / count;
        }
    }

    /** The lifts by effect, as known before an interval. */
    Map<Effect, Double> at(int origin) {
        return known.computeIfAbsent(origin, this::learn);
    }

    private Map<Effect, Double> learn(int origin) {
        if (days.isEmpty()) {
            return Map.of();
        }
        var timeline = members.get(0).series().timeline();
        var present = timeline.date(timeline.day(origin));
        var more = new EnumMap<Effect, Double>(Effect.class);
        var usual = new EnumMap<Effect, Double>(Effect.class);
        for (var day : days) {
            if (day.day.isBefore(present)) {
                day.shares.forEach((effect, share) -> {
                    more.merge(effect, share * (day.came - day.usual), Double::sum);
                    usual.merge(effect, share * share * day.usual, Double::sum);
                });
            }
        }
        var lifts = new EnumMap<Effect, Double>(Effect.class);
        more.forEach(
                (effect, calls) -> lifts.put(effect, calls / (usual.getOrDefault(effect, 0.0) + CALLS_WITHOUT_LIFT)));
        return lifts;
    }
}
