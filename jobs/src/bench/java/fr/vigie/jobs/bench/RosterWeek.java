package fr.vigie.jobs.bench;

import fr.vigie.roster.Employee;
import fr.vigie.roster.LabourProfile;
import fr.vigie.roster.Need;
import fr.vigie.roster.RosterWeights;
import fr.vigie.roster.Rostering;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * {@code vigie bench roster week [N [DIVES]]}: the last known week of the simulated service, its need scaled to what N operators
 * (16) can nearly do, rostered for them; three of four work 35 hours, one 28. Tells understaffing, bound and gap, with
 * nothing counted beside the need, and with the usual weights.
 */
final class RosterWeek {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** The need in hours for each hour that contracts pay: paid breaks leave less, so that somebody is always missing. */
    private static final double SHARE = 0.98;

    private static final int HALF_HOUR = 30;
    private static final int STEPS = 200_000;
    private static final LabourProfile PROFILE = LabourProfile.IDCC_2098_CENTRES_APPELS;

    /** With it roster and bound answer the same question. */
    private static final RosterWeights NEED_ALONE = new RosterWeights(0, 0, 0, 0, 0);

    private RosterWeek() {}

    static void run(int operators, int dives) {
        var people = IntStream.rangeClosed(1, operators)
                .mapToObj(i -> new Employee("op%04d".formatted(i), (i % 4 == 0 ? 28 : 35) * 60))
                .toList();
        var need = need(people.stream().mapToInt(Employee::contractMinutes).sum() / 60.0);
        System.out.println("operators  weights     quarters under  at least  gap     seconds  of the bound");
        run(need, people, "need alone", new Rostering(PROFILE, STEPS, dives, NEED_ALONE));
        run(need, people, "usual", new Rostering(PROFILE, STEPS, dives, RosterWeights.DEFAULT));
    }

    private static void run(Need need, List<Employee> people, String weights, Rostering rostering) {
        long start = System.nanoTime();
        var plan = rostering.plan(
                need, people, RandomGeneratorFactory.of("L64X128MixRandom").create(1));
        double planned = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        int bound = rostering.leastUnderstaffing(need, people).orElseThrow();
        double proven = (System.nanoTime() - start) / 1e9;
        double gap = (double) (plan.under() - bound) / Math.max(1, bound);
        System.out.printf(
                Locale.ROOT,
                "%9d  %-10s %15d %9d %5.2f %% %8.1f %13.1f%n",
                people.size(),
                weights,
                plan.under(),
                bound,
                100 * gap,
                planned,
                proven);
    }

    private static Need need(double hours) {
        var service = new SimulatedService(1);
        int from = service.indexOf(SimulatedService.UNTIL.minusWeeks(1));
        var rates = new double[service.present() - from];
        for (var practice : service.expected()) {
            for (int i = 0; i < rates.length; i++) {
                rates[i] += practice[from + i];
            }
        }
        double sum = IntStream.range(0, rates.length).mapToDouble(i -> rates[i]).sum();
        var agents = new TreeMap<Instant, Integer>();
        for (int i = 0; i < rates.length; i++) {
            if (service.isOpen(from + i)) {
                double exact = SHARE * hours * rates[i] / sum * 60 / HALF_HOUR;
                agents.put(service.timeline().startsAt(from + i), (int) Math.max(1, Math.round(exact)));
            }
        }
        return Need.of(SimulatedService.UNTIL.minusWeeks(1), PARIS, HALF_HOUR, agents);
    }
}
